package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesRuleTest {

  private static final String TABLES = """
      CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE log (line TEXT);
      """;

  @TempDir
  Path root;

  private List<String> found(String... migrations) throws Exception {
    return Chain.prove(root, migrations).stream()
        .peek(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BROKEN_BODY))
        .map(problem -> problem.fact() + ": " + problem.notes().get(0))
        .toList();
  }

  @Test
  void aViewOfWhatIsNotThere() throws Exception {
    assertThat(found(TABLES + "CREATE VIEW names AS SELECT nam FROM people;"))
        .containsExactly("the view `names` cannot be read: SQLite says: no such column: nam");
  }

  @Test
  void aTriggerOfEachEvent() throws Exception {
    assertThat(found(TABLES + """
            CREATE TRIGGER ai AFTER INSERT ON people BEGIN INSERT INTO logs VALUES (new.name); END;
            CREATE TRIGGER bu BEFORE UPDATE OF name ON people BEGIN INSERT INTO log (text) VALUES (1); END;
            CREATE TRIGGER ad AFTER DELETE ON people BEGIN UPDATE log SET line = old.nam; END;
            """))
        .containsExactly(
            "whatever fires the trigger `ad` fails: SQLite says: no such column: old.nam",
            "whatever fires the trigger `ai` fails: SQLite says: no such table: main.logs",
            "whatever fires the trigger `bu` fails: SQLite says: table log has no column named text");
  }

  @Test
  void onlyTheTriggerThatIsToBlame() throws Exception {
    assertThat(found(TABLES + """
            CREATE TRIGGER first AFTER INSERT ON people BEGIN INSERT INTO log VALUES (new.name); END;
            CREATE TRIGGER second AFTER INSERT ON log BEGIN DELETE FROM old_log; END;
            """))
        .containsExactly(
            "whatever fires the trigger `second` fails: SQLite says: no such table: main.old_log");
  }

  @Test
  void aTriggerInsteadOfAChangeOfAView() throws Exception {
    String view = TABLES + "CREATE VIEW names AS SELECT name FROM people;";

    assertThat(found(view + """
            CREATE TRIGGER u INSTEAD OF UPDATE ON names BEGIN UPDATE person SET name = new.name; END;
            CREATE TRIGGER i INSTEAD OF INSERT ON names BEGIN INSERT INTO people (name) VALUES (new.name); END;
            """))
        .containsExactly(
            "whatever fires the trigger `u` fails: SQLite says: no such table: main.person");
  }

  @Test
  void whatBreaksItIsShownAndWhatALaterVersionMendsIsNot() throws Exception {
    String view = TABLES + "CREATE VIEW lines AS SELECT line FROM log;";
    List<Problem> problems = Chain.prove(root, view, "SELECT 1;", "DROP TABLE log;");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).excerpt().orElseThrow().title()).endsWith("shop/003_step.sql");
    assertThat(found(view, "DROP TABLE log;", "CREATE TABLE log (line TEXT);")).isEmpty();
  }

  /** What docs/migrations-proofs.md says of it: the check of foreign keys after each migration finds it. */
  @Test
  void aForeignKeyWhoseTargetIsNotUniqueFailsWithTheChain() {
    assertThatThrownBy(() -> found("""
            CREATE TABLE rooms (number TEXT);
            CREATE TABLE beds (id INTEGER PRIMARY KEY, room TEXT REFERENCES rooms (number));
            """)).hasMessageContaining("foreign key mismatch");
  }

  @Test
  void functionsMayBeBroughtByWhoeverOpensIt() throws Exception {
    assertThat(found(TABLES + "CREATE VIEW slugs AS SELECT slug_of(name) FROM people;"))
        .isEmpty();
  }
}

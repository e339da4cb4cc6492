package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLossTest {

  private static final String TABLES = """
      CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner INTEGER REFERENCES owners (id));
      """;

  @TempDir
  Path root;

  private List<Problem> rebuild(String copy) throws Exception {
    return Chain.prove(root, TABLES, """
        CREATE TABLE pets_new (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, owner INTEGER REFERENCES owners (id), owner_name TEXT);
        %s;
        DROP TABLE pets;
        ALTER TABLE pets_new RENAME TO pets;
        """.formatted(copy));
  }

  private static void assertLost(List<Problem> problems) {
    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UP_LOSES);
    assertThat(problems.get(0).fact())
        .isEqualTo("the table `pets` is rebuilt, and rows of it are lost");
    Excerpt shown = problems.get(0).excerpt().orElseThrow();
    assertThat(shown.text().substring(shown.start(), shown.end())).startsWith("INSERT");
  }

  @Test
  void aJoinLeavesOutWhatHasNoPartner() throws Exception {
    List<Problem> problems = rebuild("""
        INSERT OR ROLLBACK INTO pets_new
        SELECT p.id, p.name || p.id, p.owner, o.name FROM pets p JOIN owners o ON o.id = p.owner""");

    assertLost(problems);
    assertThat(problems.get(0).evidence())
        .containsExactly(
            "here is a database of which 0 of the 1 rows of `pets` are left:",
            "  pets: (id = 1, name = 'a')");
    assertThat(problems.get(0).help())
        .hasValueSatisfying(
            cure -> assertThat(cure).contains("-- litmus: allow migration/up-loses: "));
  }

  @Test
  void aLeftJoinDoesNot() throws Exception {
    assertThat(rebuild("""
        INSERT INTO pets_new
        SELECT p.id, p.name || p.id, p.owner, o.name FROM pets p LEFT JOIN owners o ON o.id = p.owner""")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT OR IGNORE INTO pets_new SELECT id, name, owner, NULL FROM pets",
        "INSERT OR REPLACE INTO pets_new SELECT id, name, owner, NULL FROM pets",
        "INSERT INTO pets_new SELECT id, name, owner, NULL FROM pets WHERE true ON CONFLICT DO NOTHING"
      })
  void whatConflictsIsSkipped(String copy) throws Exception {
    List<Problem> problems = rebuild(copy);
    if (copy.contains("WHERE")) {
      // A WHERE says that rows are left out, also this one.
      assertThat(problems).isEmpty();
    } else {
      assertLost(problems);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT p.id, p.name || p.id, p.owner, o.name FROM pets p JOIN owners o ON o.id = p.owner WHERE p.owner IS NOT NULL",
        "SELECT DISTINCT p.id, p.name || p.id, p.owner, o.name FROM pets p JOIN owners o ON o.id = p.owner",
        "SELECT min(p.id), p.name, p.owner, NULL FROM pets p JOIN owners o ON o.id = p.owner GROUP BY p.name"
      })
  void whatIsLeftOutOnPurposeIsNotTold(String select) throws Exception {
    assertThat(rebuild("INSERT INTO pets_new " + select)).isEmpty();
  }

  @Test
  void aTableThatMadeWayCountsToo() throws Exception {
    assertLost(Chain.prove(root, TABLES, """
            ALTER TABLE pets RENAME TO pets_old;
            CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL);
            INSERT INTO pets SELECT p.id, p.name, o.name FROM pets_old p JOIN owners o ON o.id = p.owner;
            DROP TABLE pets_old;
            """));
  }

  @Test
  void aTableThatMadeWayAndStaysKeepsThem() throws Exception {
    assertThat(Chain.prove(root, TABLES, """
            ALTER TABLE pets RENAME TO pets_old;
            CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL);
            INSERT INTO pets SELECT p.id, p.name, o.name FROM pets_old p JOIN owners o ON o.id = p.owner;
            """)).isEmpty();
  }

  @Test
  void rowsThatARebuildInDownLosesAreNoted() throws Exception {
    List<Problem> problems = Chain.proveWithNotes(root, TABLES, """
        -- Up
        ALTER TABLE pets ADD COLUMN age INTEGER;
        -- Down
        CREATE TABLE pets_old (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner INTEGER REFERENCES owners (id));
        INSERT INTO pets_old SELECT p.id, p.name, p.owner FROM pets p JOIN owners o ON o.id = p.owner;
        DROP TABLE pets;
        ALTER TABLE pets_old RENAME TO pets;
        """);

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DOWN_LOSES);
    assertThat(problems.get(0).evidence())
        .containsExactly("of `pets` what is in `age`", "rows of `pets`");
  }

  @Test
  void rowsThatDownTakesAreNoted() throws Exception {
    List<Problem> problems = Chain.proveWithNotes(root, TABLES, """
        -- Up
        CREATE INDEX pets_by_owner ON pets (owner);
        -- Down
        DROP INDEX pets_by_owner;
        DELETE FROM pets WHERE owner IS NULL;
        """);

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DOWN_LOSES);
    assertThat(problems.get(0).evidence()).containsExactly("rows of `pets`");
  }

  /** Of the new table itself, and not of the statement that fills it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name TEXT NOT NULL UNIQUE ON CONFLICT REPLACE",
        "name TEXT NOT NULL UNIQUE ON CONFLICT IGNORE",
        "name TEXT NOT NULL, UNIQUE (name) ON CONFLICT IGNORE",
      })
  void aConstraintThatSkipsLosesRowsToo(String columns) throws Exception {
    String rebuild = "CREATE TABLE pets_new (id INTEGER PRIMARY KEY, " + columns + ");\n"
        + "INSERT %sINTO pets_new (id, name) SELECT id, name FROM pets;\n"
        + "DROP TABLE pets;\nALTER TABLE pets_new RENAME TO pets;\n";
    assertLost(Chain.prove(root, TABLES, rebuild.formatted("")));
    assertThat(Chain.prove(root, TABLES, rebuild.formatted("OR ABORT ")))
        .extracting(Problem::code)
        .doesNotContain(ProblemCode.UP_LOSES);
  }

  /** As SQLite's FAQ has recommended it. */
  @Test
  void aTableThatIsMadeOnceItsRowsLieElsewhereCountsToo() throws Exception {
    assertLost(Chain.prove(root, TABLES, """
            CREATE TABLE spare AS SELECT id, name, owner FROM pets;
            DROP TABLE pets;
            CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL);
            INSERT INTO pets SELECT p.id, p.name, o.name FROM spare p JOIN owners o ON o.id = p.owner;
            DROP TABLE spare;
            """));
  }

  @Test
  void itsColumnsAreNotForgottenEither() throws Exception {
    List<Problem> problems = Chain.prove(root, TABLES, """
        CREATE TABLE spare AS SELECT id, name FROM pets;
        DROP TABLE pets;
        CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner INTEGER REFERENCES owners (id));
        INSERT INTO pets (id, name) SELECT id, name FROM spare;
        DROP TABLE spare;
        """);
    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UP_LOSES);
    assertThat(problems.get(0).fact()).contains("what was in `owner` is lost");
  }

  /** Whoever drops a table and gives the new one rows of its own wants neither rows nor columns of the old one. */
  @Test
  void aTableThatBeginsAnewIsNoRebuild() throws Exception {
    assertThat(Chain.prove(root, TABLES, """
            DROP TABLE pets;
            CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner INTEGER);
            INSERT INTO pets (id, name) VALUES (1, 'Rex');
            """)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH w AS (%s) INSERT INTO pets_new SELECT * FROM w",
        "INSERT INTO pets_new WITH w AS (%s), v AS (SELECT * FROM w) SELECT * FROM v",
        "INSERT INTO pets_new SELECT * FROM (%s)",
        "INSERT INTO pets_new SELECT * FROM (SELECT * FROM (%s) AS inside)",
      })
  void aJoinFurtherInLeavesThemOutToo(String copy) throws Exception {
    String join =
        "SELECT p.id, p.name || p.id, p.owner, o.name FROM pets p JOIN owners o ON o.id = p.owner";
    assertThat(rebuild(copy.formatted(join)))
        .extracting(Problem::fact)
        .containsExactly("the table `pets` is rebuilt, and rows of it are lost");
    assertThat(rebuild(copy.formatted(join.replace("JOIN", "LEFT JOIN")))).isEmpty();
    assertThat(rebuild(copy.formatted(join + " WHERE p.owner > 0"))).isEmpty();
  }

  @Test
  void aTableThatIsMadeOfAQueryIsOneToo() throws Exception {
    String made = """
        CREATE TABLE pets_new AS SELECT p.id, p.name, p.owner FROM pets p %s owners o ON o.id = p.owner;
        DROP TABLE pets;
        ALTER TABLE pets_new RENAME TO pets;
        """;
    List<Problem> problems = Chain.prove(root, TABLES, made.formatted("JOIN"));
    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UP_LOSES);
    assertThat(Chain.prove(root, TABLES, made.formatted("LEFT JOIN"))).isEmpty();
  }

  /** The worst of them: the new table is there, and empty. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s; DROP TABLE pets; ALTER TABLE pets_new RENAME TO pets;",
        "ALTER TABLE pets RENAME TO pets_old; %s; ALTER TABLE pets_new RENAME TO pets; DROP TABLE pets_old;",
      })
  void nothingIsCopiedAtAll(String statements) throws Exception {
    String made =
        "CREATE TABLE pets_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner INTEGER)";
    List<Problem> problems = Chain.prove(root, TABLES, statements.formatted(made));

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UP_LOSES);
    assertThat(problems.get(0).evidence().get(0))
        .isEqualTo("here is a database of which 0 of the 1 rows of `pets` are left:");
  }

  /** Of it there is nothing to count. */
  @Test
  void whatIsLeftOverFromAnotherAttemptIsNotCounted() throws Exception {
    assertLost(Chain.prove(root, TABLES, """
            DROP TABLE IF EXISTS pets_new;
            CREATE TABLE pets_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL);
            INSERT INTO pets_new SELECT p.id, p.name, o.name FROM pets p JOIN owners o ON o.id = p.owner;
            DROP TABLE pets;
            ALTER TABLE pets_new RENAME TO pets;
            """));
  }
}

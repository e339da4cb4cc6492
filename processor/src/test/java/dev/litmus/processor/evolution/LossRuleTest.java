package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossRuleTest {

  private static final String PEOPLE =
      "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, note TEXT, twice AS (id * 2));";

  @TempDir
  Path root;

  private List<Problem> rebuild(String copy) throws Exception {
    return Chain.prove(root, PEOPLE, """
        CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT, note TEXT, twice AS (id * 2));
        %s;
        DROP TABLE people;
        ALTER TABLE people_new RENAME TO people;
        """.formatted(copy));
  }

  @Test
  void aColumnThatNothingCopiesIsNamed() throws Exception {
    List<Problem> problems =
        rebuild("INSERT INTO people_new (id, name) SELECT id, name FROM people");

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UP_LOSES);
    assertThat(problems.get(0).fact())
        .isEqualTo("the table `people` is rebuilt, and what was in `note` is lost");
  }

  @Test
  void aColumnThatIsCopiedOrChangedLaterIsNot() throws Exception {
    assertThat(rebuild("INSERT INTO people_new (id, name, note) SELECT id, name, note FROM people"))
        .isEmpty();
    assertThat(rebuild("INSERT INTO people_new SELECT id, name, note FROM people"))
        .isEmpty();
    assertThat(rebuild("""
            INSERT INTO people_new (id, name) SELECT id, name FROM people;
            UPDATE people_new SET note = (SELECT note FROM people WHERE people.id = people_new.id)""")).isEmpty();
  }

  @Test
  void aColumnThatIsDroppedOnPurposeIsNot() throws Exception {
    assertThat(Chain.prove(root, PEOPLE, """
            CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT);
            INSERT INTO people_new (id, name) SELECT id, name FROM people;
            DROP TABLE people;
            ALTER TABLE people_new RENAME TO people;
            """)).isEmpty();
  }

  @Test
  void whatDownDropsIsNoted() throws Exception {
    List<Problem> problems = Chain.proveWithNotes(root, PEOPLE, """
        -- Up
        CREATE TABLE rooms (number TEXT);
        ALTER TABLE people ADD COLUMN mail TEXT;
        ALTER TABLE people ADD COLUMN age INTEGER;
        -- Down
        ALTER TABLE people DROP COLUMN age;
        ALTER TABLE people DROP COLUMN mail;
        DROP TABLE rooms;
        """);

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DOWN_LOSES);
    assertThat(problems.get(0).evidence())
        .containsExactly("of `people` what is in `mail`, `age`", "the table `rooms` with its rows");
  }

  @Test
  void whatDownOnlyMakesAgainIsNot() throws Exception {
    assertThat(Chain.proveWithNotes(
            root, PEOPLE, "-- Up\nCREATE INDEX i ON people (name);\n-- Down\nDROP INDEX i;\n"))
        .isEmpty();
  }
}

package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that work on empty tables alone; {@link GoodChainsTest} has those that work on all. */
class RowsRuleTest {

  private static final String PEOPLE =
      "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, age INTEGER);";

  @TempDir
  Path root;

  private Problem only(String... migrations) throws Exception {
    List<Problem> problems = Chain.prove(root, migrations);
    assertThat(Chain.texts(problems)).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(ProblemCode.FAILS_ON_ROWS);
    return problems.get(0);
  }

  private static String rowsOf(Problem problem) {
    return String.join(";", problem.evidence().subList(1, problem.evidence().size()))
        .strip();
  }

  private static String underlined(Problem problem) {
    return problem
        .excerpt()
        .map(excerpt -> excerpt.text().substring(excerpt.start(), excerpt.end()))
        .orElse("");
  }

  @Test
  void aUniqueIndexOverDuplicates() throws Exception {
    Problem problem = only(PEOPLE, "CREATE UNIQUE INDEX people_by_name ON people (name);");

    assertThat(underlined(problem))
        .isEqualTo("CREATE UNIQUE INDEX people_by_name ON people (name);");
    assertThat(problem.notes())
        .containsExactly("SQLite says: UNIQUE constraint failed: people.name");
    assertThat(rowsOf(problem)).isEqualTo("people: (id = 1, name = 'a'), (id = 2, name = 'a')");
  }

  @Test
  void aTriggerThatFiresItself() throws Exception {
    Problem problem = only(PEOPLE, """
        CREATE TRIGGER people_au AFTER UPDATE ON people BEGIN UPDATE people SET age = 1 WHERE id = new.id; END;
        UPDATE people SET name = 'a';
        """);

    assertThat(underlined(problem)).isEqualTo("UPDATE people SET name = 'a';");
    assertThat(problem.notes()).containsExactly("SQLite says: triggers nested too deep");
  }

  @Test
  void aColumnThatIsNotNullAndHasNoDefault() throws Exception {
    Problem problem = only(PEOPLE, "ALTER TABLE people ADD COLUMN mail TEXT NOT NULL;");

    assertThat(problem.notes())
        .containsExactly("SQLite says: Cannot add a NOT NULL column with default value NULL");
    assertThat(rowsOf(problem)).isEqualTo("people: (id = 1)");
  }

  @Test
  void aRebuildIntoNotNull() throws Exception {
    Problem problem = only(PEOPLE, """
        CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER);
        INSERT INTO people_new SELECT id, name, age FROM people;
        DROP TABLE people;
        ALTER TABLE people_new RENAME TO people;
        """);

    assertThat(underlined(problem)).startsWith("INSERT INTO people_new");
    assertThat(rowsOf(problem)).isEqualTo("people: (id = 1, name = NULL)");
  }

  @Test
  void aRebuildWithACheck() throws Exception {
    Problem problem = only(PEOPLE, """
        CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT, age INTEGER CHECK (age > 17));
        INSERT INTO people_new SELECT id, name, age FROM people;
        DROP TABLE people;
        ALTER TABLE people_new RENAME TO people;
        """);

    assertThat(problem.notes()).containsExactly("SQLite says: CHECK constraint failed: age > 17");
  }

  @Test
  void anAddedForeignKeyThatRowsViolate() throws Exception {
    Problem problem = only("""
        CREATE TABLE customers (id INTEGER PRIMARY KEY);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL);
        """, """
        CREATE TABLE orders_new (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id));
        INSERT INTO orders_new SELECT id, customer_id FROM orders;
        DROP TABLE orders;
        ALTER TABLE orders_new RENAME TO orders;
        """);

    assertThat(problem.excerpt()).isEmpty();
    assertThat(problem.notes())
        .containsExactly(
            "it leaves rows that violate foreign keys: 1 of `orders` without their row of `customers`");
    assertThat(rowsOf(problem)).startsWith("orders: (id = 1, customer_id = ");
  }

  @Test
  void aParentThatIsDropped() throws Exception {
    only("""
        CREATE TABLE customers (id INTEGER PRIMARY KEY);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id));
        """, "DELETE FROM customers;");
  }

  @Test
  void aTextInAnIntegerColumnOfATableThatBecomesStrict() throws Exception {
    Problem problem = only("CREATE TABLE sizes (width INTEGER NOT NULL);", """
        CREATE TABLE sizes_new (width INTEGER NOT NULL) STRICT;
        INSERT INTO sizes_new SELECT width FROM sizes;
        DROP TABLE sizes;
        ALTER TABLE sizes_new RENAME TO sizes;
        """);

    assertThat(problem.notes().get(0)).contains("in INTEGER column sizes_new.width");
  }

  @Test
  void whatTheMigrationMendsFirstIsNoProblem() throws Exception {
    assertThat(Chain.texts(Chain.prove(root, PEOPLE, """
            DELETE FROM people WHERE id NOT IN (SELECT min(id) FROM people GROUP BY name);
            CREATE UNIQUE INDEX people_by_name ON people (name);
            """))).isEmpty();
  }

  @Test
  void rowsThatItBringsItselfMayBeThereAlready() throws Exception {
    String countries =
        "CREATE TABLE countries (code TEXT PRIMARY KEY); INSERT INTO countries VALUES ('de');";

    assertThat(Chain.texts(Chain.prove(root, countries, "INSERT INTO countries VALUES ('fr');")))
        .isEmpty();
    assertThat(Chain.texts(Chain.prove(
            root,
            countries,
            "DELETE FROM countries WHERE code = 'x'; INSERT INTO countries VALUES ('a');")))
        .isEmpty();
  }

  @Test
  void aTextThatIsNoJsonIsNotHeldAgainstIt() throws Exception {
    assertThat(Chain.texts(Chain.prove(
            root, PEOPLE, "UPDATE people SET name = json_extract(name || '{', '$.new');")))
        .isEmpty();
  }

  @Test
  void aMigrationThatDoesNotEndIsGivenUp() throws Exception {
    assertThat(Chain.texts(Chain.prove(root, PEOPLE, """
            UPDATE people SET age = (
              WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000000) SELECT max(i) FROM n);
            """))).isEmpty();
  }

  @Test
  void everyVersionIsTriedAndTheSameRowsAreFoundEveryTime() throws Exception {
    String[] chain = {
      PEOPLE,
      "CREATE UNIQUE INDEX a ON people (name);",
      "ALTER TABLE people ADD COLUMN mail TEXT;",
      "CREATE UNIQUE INDEX b ON people (mail, age);"
    };
    List<String> first = Chain.texts(Chain.prove(root, chain));

    assertThat(first).hasSize(2);
    assertThat(Chain.texts(Chain.prove(root, chain))).isEqualTo(first);
  }
}

package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of Down parts that do not lead back; {@link GoodChainsTest} has those that do. */
class UndoRuleTest {

  private static final String ORDERS = "CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT);";

  @TempDir
  Path root;

  private Problem only(String... migrations) throws Exception {
    List<Problem> problems = Chain.prove(root, migrations);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void whatIsLeftOverIsNamed() throws Exception {
    Problem problem = only(ORDERS, """
        -- Up
        ALTER TABLE orders ADD COLUMN total REAL NOT NULL DEFAULT 0;
        CREATE TRIGGER notes AFTER INSERT ON orders BEGIN SELECT 1; END;
        -- Down
        SELECT 1;
        """);

    assertThat(problem.code()).isEqualTo(ProblemCode.DOWN_DIFFERS);
    assertThat(problem.evidence())
        .containsExactly(
            "table `orders` has the column `total REAL NOT NULL DEFAULT 0` that was not there before",
            "trigger `notes` is left over");
  }

  @Test
  void aColumnThatComesBackInAnotherPlaceIsADifference() throws Exception {
    Problem problem =
        only("CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT, total REAL);", """
        -- Up
        ALTER TABLE orders DROP COLUMN note;
        -- Down
        ALTER TABLE orders ADD COLUMN note TEXT;
        """);

    assertThat(problem.evidence())
        .containsExactly(
            "table `orders` has its columns in the order id, total, note, and before it was id, note, total");
  }

  @Test
  void aTextIsComparedToTheLetter() throws Exception {
    Problem problem =
        only(ORDERS + "CREATE VIEW named AS SELECT id FROM orders WHERE note = 'A';", """
        -- Up
        DROP VIEW named;
        -- Down
        CREATE VIEW named AS SELECT id FROM orders WHERE note = 'a';
        """);

    assertThat(problem.evidence()).hasSize(1);
    assertThat(problem.evidence().get(0)).startsWith("view `named` is `").contains("note = 'a'");
  }

  @Test
  void aForeignKeyThatDownBreaksFails() throws Exception {
    Problem problem = only("""
        CREATE TABLE customers (id INTEGER PRIMARY KEY);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id));
        """, """
        -- Up
        INSERT INTO customers VALUES (1);
        INSERT INTO orders VALUES (1, 1);
        -- Down
        DELETE FROM customers;
        """);

    assertThat(problem.code()).isEqualTo(ProblemCode.DOWN_FAILS);
    assertThat(problem.notes())
        .containsExactly(
            "it leaves rows that violate foreign keys: 1 of `orders` without their row of `customers`");
  }

  @Test
  void aWrongDownDoesNotKeepTheNextFromBeingTried() throws Exception {
    List<Problem> problems = Chain.prove(
        root,
        ORDERS,
        "-- Up\nCREATE INDEX a ON orders (note);\n-- Down\nDROP INDEX b;\n",
        "-- Up\nCREATE INDEX b ON orders (note, id);\n-- Down\nDROP INDEX a;\n",
        "-- Up\nDROP INDEX a;\n-- Down\nCREATE INDEX A ON orders ( \"note\" ); -- again\n");

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.DOWN_FAILS, ProblemCode.DOWN_DIFFERS);
  }

  @Test
  void aTransactionThatATriggerEndsIsAFailureAndNoMore() throws Exception {
    Problem problem = only(
        ORDERS
            + "CREATE TRIGGER keep BEFORE DELETE ON orders BEGIN SELECT raise(ROLLBACK, 'kept'); END;",
        "-- Up\nINSERT INTO orders (id) VALUES (1);\n-- Down\nDELETE FROM orders;\n");

    assertThat(problem.code()).isEqualTo(ProblemCode.DOWN_FAILS);
    assertThat(problem.notes()).containsExactly("SQLite says: kept");
  }
}

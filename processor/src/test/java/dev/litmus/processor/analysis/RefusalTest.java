package dev.litmus.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.analysis.Refusal.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages come from the engine itself: should SQLite or the driver change a word, this shows it. */
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT id FROM ordrs                    | TABLE           | ordrs",
        "SELECT id FROM main.ordrs               | TABLE           | main.ordrs",
        "SELECT totl FROM orders                 | COLUMN          | totl",
        "SELECT o.totl FROM orders o             | COLUMN          | o.totl",
        "SELECT main.orders.totl FROM orders     | COLUMN          | main.orders.totl",
        "SELECT [a b] FROM orders                | COLUMN          | a b",
        "UPDATE orders SET totl = 1              | COLUMN          | totl",
        "INSERT INTO orders (totl) VALUES (1)    | INSERTED_COLUMN | orders.totl",
        "SELECT id FROM orders WHERE GROUP BY 1  | SYNTAX          | GROUP",
        "SELECT '                                | SYNTAX          | '",
        "SELECT id FROM orders #                 | SYNTAX          | #",
        "SELECT totals(1)                        | FUNCTION        | totals",
        "SELECT abs(1, 2)                        | ARGUMENTS       | abs",
        "SELECT 1 WHERE count(*) > 1             | AGGREGATE       | count",
        "SELECT id FROM orders a, orders b       | AMBIGUOUS       | id",
        "SELECT 1 GROUP BY sum(1)                | GROUPED_AGGREGATE | ~~",
        "INSERT INTO orders VALUES (1)           | VALUES          | ~~",
        "INSERT INTO orders (id) VALUES (1, 2)   | VALUES          | ~~",
        "SELECT id FROM orders ORDER BY 2        | OTHER           | ~~"
      })
  void theEnginesWordsAreUnderstood(String sql, Kind kind, String name) throws SQLException {
    Refusal refusal = refusal(sql);

    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.words()).doesNotContain("SQLITE_ERROR");
  }

  @Test
  void anIncompleteStatementIsASyntaxErrorWithoutAName() throws SQLException {
    assertThat(refusal("SELECT id FROM"))
        .isEqualTo(new Refusal(Kind.SYNTAX, "", "incomplete input"));
  }

  @Test
  void aNameHasParts() {
    assertThat(new Refusal(Kind.COLUMN, "main.orders.totl", "").simpleName()).isEqualTo("totl");
    assertThat(new Refusal(Kind.COLUMN, "totl", "").simpleName()).isEqualTo("totl");
    assertThat(new Refusal(Kind.COLUMN, "totl", "").isOf("TOTL")).isTrue();
    assertThat(new Refusal(Kind.COLUMN, "totl", "").isOf("total")).isFalse();
  }

  @Test
  void numbersAreThoseOfTheWords() {
    assertThat(new Refusal(Kind.VALUES, "", "2 values for 13 columns").numbers())
        .containsExactly(2, 13);
  }

  @Test
  void whatTheDriverAloneSaysIsKept() {
    Refusal refusal = Refusal.of(new SQLException("the connection is closed"));

    assertThat(refusal.kind()).isEqualTo(Kind.OTHER);
    assertThat(refusal.words()).isEqualTo("the connection is closed");
  }

  private static Refusal refusal(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL)");
      try (PreparedStatement accepted = connection.prepareStatement(sql)) {
        throw new AssertionError("SQLite accepts " + accepted);
      } catch (SQLException e) {
        return Refusal.of(e);
      }
    }
  }
}

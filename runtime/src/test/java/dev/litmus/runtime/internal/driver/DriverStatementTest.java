package dev.litmus.runtime.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two forms of statements do the same. */
class DriverStatementTest {

  private static final ConnectionSettings SETTINGS = new ConnectionSettings(
      true, true, 1, Duration.ofSeconds(1), 100, 1 << 24, 0, ApplicationCode.NONE);

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource
  void valuesComeBackAsTheyWereBound(StatementForm form) throws SQLException {
    try (Opened opened = new Opened()) {
      DriverStatement statement =
          form.of(opened.prepare("SELECT ?, ?, ?, ?, ?, ? AS absent, '', x''"));
      assertThat(statement.parameters()).isEqualTo(6);
      assertThat(statement.returnsRows()).isTrue();
      byte[] bytes = {0, 1, -1};
      assertThat(statement.run(new Object[] {7, Long.MIN_VALUE, 2.5, "ä\0😀", bytes, null}))
          .isTrue();
      assertThat(statement.columns()).isEqualTo(8);
      assertThat(statement.label(6)).isEqualTo("absent");
      assertThat(statement.look(1)).isEqualTo(StorageClass.INTEGER);
      assertThat(statement.integer()).isEqualTo(7);
      assertThat(statement.look(2)).isEqualTo(StorageClass.INTEGER);
      assertThat(statement.integer()).isEqualTo(Long.MIN_VALUE);
      assertThat(statement.look(3)).isEqualTo(StorageClass.REAL);
      assertThat(statement.real()).isEqualTo(2.5);
      assertThat(statement.text(3)).isEqualTo("2.5");
      assertThat(statement.look(4)).isEqualTo(StorageClass.TEXT);
      assertThat(statement.text(4)).isEqualTo("ä\0😀");
      assertThat(statement.look(5)).isEqualTo(StorageClass.BLOB);
      assertThat(statement.blob(5)).isEqualTo(bytes);
      assertThat(statement.text(5)).isNull();
      assertThat(statement.look(6)).isEqualTo(StorageClass.NULL);
      assertThat(statement.text(6)).isNull();
      assertThat(statement.text(7)).isEmpty();
      assertThat(statement.blob(8)).isEmpty();
      for (int column : new int[] {0, 9}) {
        assertThatThrownBy(() -> statement.look(column)).isInstanceOf(SQLException.class);
      }
      assertThat(statement.next()).isFalse();
      statement.reset();
      assertThat(statement.run(new Object[6])).isTrue();
      assertThat(statement.look(1)).isEqualTo(StorageClass.NULL);
      statement.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatementRunsAgainAfterItsEndAndAfterAReset(StatementForm form) throws SQLException {
    try (Opened opened = new Opened()) {
      DriverStatement statement =
          form.of(opened.prepare("SELECT value FROM json_each('[1,2,3]') WHERE value >= ?"));
      assertThat(numbers(statement, 1)).containsExactly(1L, 2L, 3L);
      assertThat(statement.run(new Object[] {2})).isTrue();
      statement.reset();
      assertThat(numbers(statement, 3)).containsExactly(3L);
      assertThat(numbers(statement, 4)).isEmpty();
      statement.forget();
      assertThat(numbers(statement, 3)).containsExactly(3L);
      statement.close();
      statement.close();
    }
  }

  private static List<Long> numbers(DriverStatement statement, int least) throws SQLException {
    List<Long> found = new ArrayList<>();
    for (boolean row = statement.run(new Object[] {least}); row; row = statement.next()) {
      assertThat(statement.look(1)).isEqualTo(StorageClass.INTEGER);
      found.add(statement.integer());
    }
    statement.reset();
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void changesAreCountedAndCommitted(StatementForm form) throws SQLException {
    try (Opened opened = new Opened();
        Opened other = new Opened()) {
      opened.connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n UNIQUE)");
      DriverStatement insert = form.of(opened.prepare("INSERT INTO t (n) VALUES (?), (?)"));
      assertThat(insert.returnsRows()).isFalse();
      assertThat(insert.update(new Object[] {1, 2})).isEqualTo(2);
      assertThat(insert.update(new Object[] {3, 4})).isEqualTo(2);
      DriverStatement count = form.of(other.prepare("SELECT n FROM t WHERE n >= ?"));
      assertThat(numbers(count, 0)).containsExactly(1L, 2L, 3L, 4L);
      assertThatThrownBy(() -> insert.update(new Object[] {5, 1}))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("UNIQUE constraint failed: t.n")
          .extracting(e -> ReportedError.of((SQLException) e).code())
          .isEqualTo(2067);
      assertThatThrownBy(() -> insert.update(new Object[] {6, 7})).isInstanceOf(SQLException.class);
      assertThat(numbers(count, 0)).containsExactly(1L, 2L, 3L, 4L);
      DriverStatement returning =
          form.of(opened.prepare("UPDATE t SET n = n + 10 WHERE n > ? RETURNING n"));
      assertThat(numbers(returning, 2)).containsExactly(13L, 14L);
      assertThat(numbers(count, 10)).containsExactly(13L, 14L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorInALaterRowIsToldWithItsCode(StatementForm form) throws SQLException {
    try (Opened opened = new Opened()) {
      DriverStatement statement =
          form.of(opened.prepare("SELECT abs(value) FROM json_each('[5, -9223372036854775808]')"));
      assertThat(statement.run(new Object[0])).isTrue();
      assertThatThrownBy(statement::next)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("integer overflow");
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterTheConnectionIsClosedEverythingThrows(StatementForm form) throws SQLException {
    Opened opened = new Opened();
    DriverStatement statement = form.of(opened.prepare("SELECT 1 UNION ALL SELECT 2"));
    assertThat(statement.run(new Object[0])).isTrue();
    opened.close();
    assertThatThrownBy(() -> statement.look(1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> statement.text(1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> statement.blob(1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(statement::next).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> statement.run(new Object[0])).isInstanceOf(SQLException.class);
  }

  @Test
  void textOfAnotherEncodingIsReadThroughJdbc() throws SQLException {
    try (Opened opened = new Opened()) {
      opened.connection.execute("PRAGMA encoding='UTF-16le'");
      opened.connection.execute("CREATE TABLE t (name TEXT)");
      DriverStatement statement = opened.connection.prepare("SELECT 'ä😀'");
      assertThat(statement).isInstanceOf(WrappedStatement.class);
      assertThat(statement.run(new Object[0])).isTrue();
      assertThat(statement.text(1)).isEqualTo("ä😀");
    }
  }

  /** A writer of a file of its own, or of the same one. */
  private final class Opened implements AutoCloseable {
    final DriverConnection connection;

    Opened() throws SQLException {
      Path file = folder.resolve("t.db");
      try {
        if (!Files.exists(file)) {
          Files.createFile(file);
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      connection = DriverConnection.openWriter(file, SETTINGS, () -> false);
    }

    PreparedStatement prepare(String sql) throws SQLException {
      return connection.jdbc().prepareStatement(sql);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}

package dev.litmus.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails when a connection is given back says nothing about the work that was done on it. */
class GivingBackTest {

  private static final String INSERT = "INSERT INTO t (n) VALUES (1)";

  private static final PoolSettings SETTINGS = new PoolSettings(
      new ConnectionSettings(
          true, true, 1, Duration.ofSeconds(1), 100, 1 << 24, 0, ApplicationCode.NONE),
      new Patience(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO),
      1,
      16,
      null,
      false,
      null,
      null);

  private static final Preparation PREPARATION =
      new Preparation(connection -> {}, GivingBackTest::create);

  @TempDir
  Path directory;

  private Path file;
  private ConnectionPool pool;

  @BeforeEach
  void open() throws Exception {
    file = Files.createFile(directory.resolve("t.sqlite")).toRealPath();
    pool = ConnectionPool.open("t", file, SETTINGS, PREPARATION, () -> {
      throw new IllegalStateException("failed to give back");
    });
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (n INTEGER)");
    }
  }

  @Test
  void aWriteThatIsDoneHasNotFailed() throws Exception {
    PreparedStatement statement = pool.write("insert", 0, INSERT);
    assertThat(statement.executeUpdate()).isEqualTo(1);
    closeFromOutside();
    assertThatCode(statement::close).doesNotThrowAnyException();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aCommitThatIsDoneHasNotFailed() throws Exception {
    Scope scope = pool.begin(null, null);
    try (PreparedStatement statement = pool.write("insert", 0, INSERT)) {
      statement.executeUpdate();
    }
    Runnable action = () -> {};
    scope.afterCommit(action);
    scope.prepareCommit();
    closeFromOutside();
    assertThat(scope.commitPrepared()).isEqualTo(List.of(action));
    assertThat(count()).isEqualTo(1);
  }

  /** The data is in the connection: another one would be another, empty database. */
  @Test
  void aLostConnectionInMemoryIsNotReplaced() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    ConnectionPool memory =
        ConnectionPool.open("t", null, SETTINGS, PREPARATION, closed::incrementAndGet);
    Scope scope = memory.begin(null, null);
    memory.inspect(Connection::close);
    assertThatThrownBy(scope::close).isInstanceOf(SQLException.class);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> memory.read("count", 1, "SELECT count(*) FROM sqlite_schema"))
          .isInstanceOf(DatabaseClosedException.class)
          .hasMessageContaining("its only connection");
      assertThatThrownBy(() -> memory.begin(null, null))
          .isInstanceOf(DatabaseClosedException.class);
    }
    assertThat(memory.close(null)).isNull();
    assertThat(closed).hasValue(1);
  }

  private void closeFromOutside() {
    CompletableFuture.runAsync(
            () -> assertThatCode(() -> assertThat(pool.close(null)).isNotNull())
                .doesNotThrowAnyException())
        .join();
  }

  private int count() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
      return row.getInt(1);
    }
  }
}

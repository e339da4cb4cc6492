package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityReport;
import dev.litmus.runtime.health.ObjectSize;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.health.IntegrityCheck;
import dev.litmus.runtime.internal.health.SizeReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one open database: whether it is sound, and how large it is. Safe for all threads. */
public final class Health {

  private final SqliteDatabase database;
  private final ConnectionPool pool;
  private final @Nullable Path file;

  Health(SqliteDatabase database, ConnectionPool pool, @Nullable Path file) {
    this.database = database;
    this.pool = pool;
    this.file = file;
  }

  /** Something that yields a result. */
  @FunctionalInterface
  private interface Look<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Checks the database, and repairs nothing. Damage is in the report and is never thrown.
   *
   * @param depth how thoroughly; QUICK and most of FULL read beside a writer, and take a time in proportion to the file
   * @return what is wrong
   * @throws DatabaseReadOnlyException for FULL, when it was opened read-only: indexes for full-text search can be compared
   *     by a connection that writes alone
   * @throws TransactionException for FULL, when the thread is in a transaction, or still reads a result
   * @throws DatabaseBusyException when no reader, or for FULL the writer, is free in time
   * @throws dev.litmus.runtime.error.StatementTimeoutException when the time limit of the settings is over
   */
  public IntegrityReport check(IntegrityDepth depth) {
    List<IntegrityFinding> findings =
        new ArrayList<>(readAnew(connection -> IntegrityCheck.structure(connection, depth)));
    if (depth == IntegrityDepth.FULL) {
      // SQLite finds some of them without comparing.
      compareSearch().stream()
          .filter(one -> findings.stream()
              .noneMatch(
                  known -> known.kind() == one.kind() && known.object().equals(one.object())))
          .forEach(findings::add);
    }
    return new IntegrityReport(database.schema(), depth, findings);
  }

  private List<IntegrityFinding> compareSearch() {
    List<IntegrityFinding> findings = new ArrayList<>();
    try {
      pool.maintain(connection -> {
        run(connection, "BEGIN IMMEDIATE");
        try {
          findings.addAll(IntegrityCheck.search(connection));
        } finally {
          run(connection, "ROLLBACK");
        }
      });
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    return findings;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /**
   * Reads how large it is, in no time, and without writing anything.
   *
   * @return its pages, and the size of its log
   * @throws DatabaseBusyException when no reader is free in time
   */
  public DatabaseStatistics statistics() {
    return read(connection -> SizeReader.statistics(connection, database.schema(), file));
  }

  /**
   * Reads how large each table and index is. It reads the whole file, beside a writer.
   *
   * @return the largest first
   * @throws DatabaseBusyException when no reader is free in time
   * @throws dev.litmus.runtime.error.StatementTimeoutException when the time limit of the settings is over
   */
  public List<ObjectSize> sizes() {
    return List.copyOf(read(SizeReader::objects));
  }

  /** What a connection remembers of an index for full-text search would be damage once another one has rebuilt it. */
  private <T> T readAnew(Look<T> look) {
    List<T> result = new ArrayList<>();
    try {
      pool.inspectAnew(connection -> result.add(look.run(connection)));
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    return result.get(0);
  }

  private <T> T read(Look<T> look) {
    List<T> result = new ArrayList<>();
    try {
      pool.inspect(connection -> result.add(look.run(connection)));
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    return result.get(0);
  }
}

package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.health.Checkpoint;
import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityReport;
import dev.litmus.runtime.health.ObjectSize;
import dev.litmus.runtime.health.Optimization;
import dev.litmus.runtime.health.Vacuum;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.health.IntegrityCheck;
import dev.litmus.runtime.internal.health.Maintenance;
import dev.litmus.runtime.internal.health.Renumbering;
import dev.litmus.runtime.internal.health.SizeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one open database: whether it is sound, how large it is, and what keeps it so. Safe for all threads.
 *
 * <p>{@link #optimize}, {@link #checkpoint} and {@link #vacuum} have a connection of their own, and the writer of the database
 * while they run. None is needed for backups, and none ever has to run.
 */
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
    List<IntegrityFinding> findings = new ArrayList<>(structure(depth));
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

  /** What a connection remembers of an index for full-text search would be damage once another one has rebuilt it. */
  private List<IntegrityFinding> structure(IntegrityDepth depth) {
    List<IntegrityFinding> findings = new ArrayList<>();
    try {
      pool.inspectAnew(connection -> findings.addAll(IntegrityCheck.structure(connection, depth)));
    } catch (SQLException e) {
      findings.add(damage(e));
    }
    return findings;
  }

  private List<IntegrityFinding> compareSearch() {
    List<IntegrityFinding> findings = new ArrayList<>();
    try {
      pool.maintain(connection -> findings.addAll(IntegrityCheck.searchUndone(connection)));
    } catch (SQLException e) {
      findings.add(damage(e));
    }
    return findings;
  }

  private IntegrityFinding damage(SQLException e) {
    // Whoever may write the file and is refused by SQLite has met a header that says so.
    boolean writable = file != null && Files.isWritable(file);
    IntegrityFinding damage = IntegrityCheck.damage(e, writable);
    if (damage == null) {
      throw Failures.of(database, null, e);
    }
    return damage;
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

  private <T> T read(Look<T> look) {
    List<T> result = new ArrayList<>();
    try {
      pool.inspect(connection -> result.add(look.run(connection)));
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    return result.get(0);
  }

  /**
   * Gives the planner of queries what it lacks: tables that were never analyzed, or have changed much since, are, as far as
   * SQLite thinks that it helps. Reads a part of each index, however large it is. All connections use it from
   * their next statement on. Indexes for full-text search are left alone: these
   * merge by themselves what is written.
   *
   * @return which tables were analyzed
   * @throws DatabaseReadOnlyException when it was opened read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   * @throws DatabaseBusyException when the writer is not free in time, or another process has the write lock
   * @throws dev.litmus.runtime.error.DatabaseFullException when the disk is full; nothing has changed
   * @see <a href="https://sqlite.org/pragma.html#pragma_optimize">PRAGMA optimize</a>
   */
  public Optimization optimize() {
    return maintain(
        connection -> new Optimization(database.schema(), Maintenance.optimize(connection)));
  }

  /**
   * Moves what is in the write-ahead log into the file and empties the log, which gives its space back to the disk. SQLite moves
   * it by itself, and this is for a log that has grown while somebody read for long. Backups do not need it. Waits for
   * readers as long as the settings say for locks; when they do not end, or another process works on the file, it does what can
   * be done and says so.
   *
   * @return how far it came; nothing was there to move without a log
   * @throws DatabaseReadOnlyException when it was opened read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   * @throws DatabaseBusyException when the writer is not free in time
   * @throws dev.litmus.runtime.error.DatabaseFullException when the disk is full; nothing is lost
   * @see <a href="https://sqlite.org/pragma.html#pragma_wal_checkpoint">PRAGMA wal_checkpoint</a>
   */
  public Checkpoint checkpoint() {
    return maintain(connection -> Maintenance.checkpoint(connection, database.schema()));
  }

  /**
   * Writes the database anew, without free pages and with every table and index in one piece, and empties the log. It needs
   * about twice the size of the database in free space, and stops all writers while it runs. With WAL readers go on; without, it
   * waits for them. When it fails, nothing has changed.
   *
   * <p>VACUUM gives the rows of a table other rowids when nothing keeps them: a table without an INTEGER PRIMARY KEY that has
   * no index either. An index for full-text search of such a table would then find other rows, so this is refused before
   * anything is changed. Afterwards all indexes for search are compared with their texts, and those that differ are built again.
   *
   * @return how large it was, and is
   * @throws dev.litmus.runtime.error.StatementException when it would give rows other rowids that an index for full-text search
   *     is of; nothing has changed
   * @throws DatabaseReadOnlyException when it was opened read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   * @throws DatabaseBusyException when the writer is not free in time, or another process works on the file
   * @throws dev.litmus.runtime.error.DatabaseFullException when the disk is full; nothing is lost
   * @throws dev.litmus.runtime.error.DatabaseCorruptException when the file is damaged
   * @throws dev.litmus.runtime.error.StatementTimeoutException when the time limit of the settings is over
   * @see <a href="https://sqlite.org/lang_vacuum.html">VACUUM</a>
   */
  public Vacuum vacuum() {
    return maintain(connection -> {
      Renumbering danger = Renumbering.find(connection);
      if (danger != null) {
        throw new StatementException(database.schema(), null, danger.fact(), danger.advice(), null);
      }
      return Maintenance.vacuum(connection, database.schema());
    });
  }

  private <T> T maintain(Look<T> work) {
    List<T> result = new ArrayList<>();
    try {
      pool.maintain(connection -> result.add(work.run(connection)));
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    return result.get(0);
  }
}

package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.statement.LeasedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of one thread that change something and are not closed yet. For that thread alone. */
final class OpenWrites {

  private final String database;
  private final List<LeasedStatement> writes = new ArrayList<>();
  private int bare;

  OpenWrites(String database) {
    this.database = database;
  }

  /**
   * Takes note of a statement.
   *
   * @param isBare whether it is outside a transaction
   */
  void add(LeasedStatement write, boolean isBare) {
    writes.add(write);
    bare += isBare ? 1 : 0;
  }

  /** Takes note that a statement is closed. */
  void forget(boolean wasBare) {
    writes.removeIf(LeasedStatement::isClosed);
    bare -= wasBare ? 1 : 0;
  }

  /**
   * Refuses anything beside a write that is outside a transaction and still open. The driver would begin and commit
   * around it, fail to commit while that result is open, and leave a transaction behind that nobody ends.
   */
  void checkNoneBare(@Nullable String name) {
    if (bare > 0) {
      throw new TransactionException(
          database,
          name,
          "a write outside a transaction is still open on this thread",
          "Close its statement first, or do both in one IMMEDIATE transaction",
          null);
    }
  }

  /**
   * Refuses beside a result that is neither read to its end nor closed: SQLite would call itself busy.
   *
   * @param what what would be refused
   */
  void checkNoResult(String what) {
    if (writes.stream().anyMatch(LeasedStatement::hasOpenResult)) {
      throw new TransactionException(
          database,
          null,
          "the result of a write is still open",
          "Read it to its end, or close it, before " + what,
          null);
    }
  }

  /** Ends the results of all: what they have changed is about to be undone. */
  void abandonResults() throws SQLException {
    for (LeasedStatement write : writes) {
      write.abandonResult();
    }
  }
}

package dev.litmus.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The writer or a reader was not free in time, another process held the file's lock, or what a transaction had read was
 * overtaken. The message names the threads of this process that hold the connection, and says when such a thread has
 * died. The statement had no effect. Running the whole transaction again can succeed; repeating the statement inside it
 * cannot.
 */
public final class DatabaseBusyException extends LitmusException {

  /** What was not free. */
  public enum Reason {
    /** The connection that writes, or the lock that it keeps a reader out with without WAL: a thread of this process has it. */
    WRITER,
    /** A connection that reads: threads of this process have all of them, or without WAL keep the writer out with one. */
    READER,
    /** The lock of the file: another process, or a connection that Litmus does not know of, has it. */
    OTHER_PROCESS,
    /**
     * Nothing is locked: after this transaction's first read another connection committed, so that it can write no more.
     * Waiting does not help. A transaction that begins as IMMEDIATE never meets this.
     */
    SNAPSHOT
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String[] holders;

  /**
   * Creates the exception for a lock of another process.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseBusyException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    this(database, statement, Reason.OTHER_PROCESS, List.of(), fact, advice, cause);
  }

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param reason what was not free
   * @param holders the names of the threads that have it, empty when none of this process does
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseBusyException(
      String database,
      @Nullable String statement,
      Reason reason,
      List<String> holders,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
    this.reason = reason;
    this.holders = holders.toArray(new String[0]);
  }

  /**
   * Returns what was not free.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns who had it when the waiting ended.
   *
   * @return names of threads of this process; empty when another process had it, or nobody
   */
  public List<String> holders() {
    return List.of(holders);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_BUSY;
  }

  @Override
  public boolean isRetriable() {
    return true;
  }
}

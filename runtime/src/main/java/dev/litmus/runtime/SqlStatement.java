package dev.litmus.runtime;

import dev.litmus.runtime.internal.connection.ConnectionPool;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One SQL statement of a repository: a constant of a generated class, created once and never per call. Every statement
 * has a slot number of its own, under which each connection keeps it prepared. Immutable and safe for all threads.
 */
public final class SqlStatement {

  /** How many slots the texts that are known only at run time share: each text has one of these, by its hash. */
  private static final int DYNAMIC_SLOTS = 128;

  /** Longer texts are not kept prepared. */
  private static final int LONGEST_KEPT = 10_000;

  private static final AtomicInteger NEXT_SLOT = new AtomicInteger(DYNAMIC_SLOTS);

  private final String name;
  private final String sql;
  private final int slot;

  private SqlStatement(String name, String sql, int slot) {
    this.name = name;
    this.sql = sql;
    this.slot = slot;
  }

  /**
   * Creates a statement. Call it for constants only: the slot it takes is never given back.
   *
   * @param name what error messages call it, for example {@code MessageRepository.findById}
   * @param sql one statement, with positions for its parameters
   * @return the statement
   */
  public static SqlStatement of(String name, String sql) {
    return new SqlStatement(name, sql, NEXT_SLOT.getAndIncrement());
  }

  /** Creates a statement that is known only at run time, as many as one likes: it takes no slot of its own. */
  static SqlStatement dynamic(String name, String sql) {
    int slot = sql.length() > LONGEST_KEPT
        ? ConnectionPool.NO_SLOT
        : Math.floorMod(sql.hashCode(), DYNAMIC_SLOTS);
    return new SqlStatement(name, sql, slot);
  }

  /** Creates a statement that is prepared for one use. */
  static SqlStatement once(String name, String sql) {
    return new SqlStatement(name, sql, ConnectionPool.NO_SLOT);
  }

  /**
   * Returns what error messages call this statement.
   *
   * @return the name, for example {@code MessageRepository.findById}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the SQL that is prepared.
   *
   * @return one statement, with positions for its parameters
   */
  public String sql() {
    return sql;
  }

  int slot() {
    return slot;
  }

  @Override
  public String toString() {
    return name;
  }
}

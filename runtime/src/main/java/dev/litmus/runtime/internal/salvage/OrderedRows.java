package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.driver.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Copies rows in the order of a key from both ends, as far as they can be read: rows between two damaged pages are lost. */
final class OrderedRows {

  private final Connection connection;
  private final String insert;
  private final String select;
  private final String ascending;
  private final String descending;
  private long copied;
  private long refused;

  /**
   * Prepares the copying.
   *
   * @param insert the statement up to its rows; rows that are there are to be passed over
   * @param select the rows without an order
   * @param ascending the terms of the order
   * @param descending the same terms backwards; nothing when rows can be read one way alone
   */
  OrderedRows(
      Connection connection, String insert, String select, String ascending, String descending) {
    this.connection = connection;
    this.insert = insert;
    this.select = select;
    this.ascending = ascending;
    this.descending = descending;
  }

  long copied() {
    return copied;
  }

  long refused() {
    return refused;
  }

  /** Copies what it can; true when no damage was met. */
  boolean run() throws SQLException {
    if (copyFrom(ascending)) {
      return true;
    }
    if (!descending.isEmpty()) {
      copyFrom(descending);
    }
    return false;
  }

  private boolean copyFrom(String order) throws SQLException {
    String sql = select + (order.isEmpty() ? "" : " ORDER BY " + order);
    long count = 0;
    boolean complete = true;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        count++;
      }
    } catch (SQLException e) {
      Damage.orThrow(e);
      complete = false;
    }
    copy(sql, 0, count);
    return complete;
  }

  private void copy(String sql, long offset, long count) throws SQLException {
    if (count == 0) {
      return;
    }
    try {
      long changed =
          Statements.run(connection, insert + " " + sql + " LIMIT " + count + " OFFSET " + offset);
      copied += changed;
      refused += count - changed;
    } catch (SQLException e) {
      if (!Damage.is(e) && !Damage.isRefusal(e)) {
        throw e;
      }
      if (count == 1) {
        refused++;
        return;
      }
      copy(sql, offset, count / 2);
      copy(sql, offset + count / 2, count - count / 2);
    }
  }
}

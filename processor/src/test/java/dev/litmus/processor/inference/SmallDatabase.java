package dev.litmus.processor.inference;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** A database in memory with few rows. Statements run on it in a transaction that is rolled back. */
final class SmallDatabase implements AutoCloseable {

  private static final int MOST_ROWS = 60;
  private static final int STEPS = 2_000;
  private static final int LOOKS = 100;
  private static final int LONGEST = 100_000;

  private final Filling filling;
  private final Connection connection;
  private final DB database;
  private int looks;

  private SmallDatabase(Filling filling, Connection connection) throws SQLException {
    this.filling = filling;
    this.connection = connection;
    database = connection.unwrap(SQLiteConnection.class).getDatabase();
  }

  static SmallDatabase open(String script, Filling filling, long seed) throws SQLException {
    SmallDatabase opened =
        new SmallDatabase(filling, DriverManager.getConnection("jdbc:sqlite::memory:"));
    opened.database._exec("PRAGMA foreign_keys = ON");
    opened.database._exec(script);
    filling.fill(opened.connection, new Dice(seed));
    opened.database.limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), LONGEST);
    ProgressHandler.setHandler(opened.connection, STEPS, new ProgressHandler() {
      @Override
      protected int progress() {
        return ++opened.looks > LOOKS ? 1 : 0;
      }
    });
    return opened;
  }

  Filling filling() {
    return filling;
  }

  boolean accepts(String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement != null;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Returns the rows of a statement; empty when it fails or does not end. */
  Optional<List<List<Datum>>> run(String sql, List<Object> parameters) throws SQLException {
    looks = 0;
    database._exec("BEGIN");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      List<List<Datum>> rows = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet row = statement.getResultSet()) {
          while (rows.size() < MOST_ROWS && row.next()) {
            rows.add(row(((CoreStatement) statement)));
          }
        }
      }
      return Optional.of(rows);
    } catch (SQLException e) {
      return Optional.empty();
    } finally {
      looks = 0;
      if (!connection.isClosed()) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      database._exec("ROLLBACK");
    } catch (SQLException e) {
      // An error has ended the transaction already.
      looks = 0;
    }
  }

  private static List<Datum> row(CoreStatement statement) throws SQLException {
    List<Datum> row = new ArrayList<>();
    int columns = statement.pointer.safeRunInt(DB::column_count);
    for (int i = 0; i < columns; i++) {
      int column = i;
      int type = statement.pointer.safeRunInt((db, address) -> db.column_type(address, column));
      String text = type == Codes.SQLITE_NULL
          ? "NULL"
          : statement.pointer.<String, SQLException>safeRun(
              (db, address) -> db.column_text(address, column));
      row.add(new Datum(type, text));
    }
    return row;
  }

  /**
   * A value as the engine has it.
   *
   * @param type its storage class, by SQLite's number
   * @param text how it is shown
   */
  record Datum(int type, String text) {}

  @Override
  public void close() throws SQLException {
    ProgressHandler.clearHandler(connection);
    connection.close();
  }
}

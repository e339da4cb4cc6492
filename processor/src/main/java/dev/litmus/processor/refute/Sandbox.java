package dev.litmus.processor.refute;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.value.StorageClass;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * A copy of a schema, in which rows come and go. All of it is one transaction that is rolled back again and again; a
 * statement that ends it is followed by another with the same rows.
 */
final class Sandbox implements AutoCloseable {

  /** Has a row when a deferred foreign key leads nowhere. */
  static final String ORPHANS = "SELECT 1 FROM pragma_foreign_key_check";

  /** Enough to tell none, one and many apart, and to see what differs from row to row. */
  private static final int MOST_ROWS = 200;

  /** Steps of SQLite's machine between two looks at the budget, and how many looks: a second for an endless query is too long. */
  private static final int STEPS = 2_000;

  private static final int BUDGET = 100;

  /** Bytes of the longest text: what is asked for by a number must not take the memory of a compiler. */
  private static final int LONGEST = 1_000_000;

  private static final int MOST_PREPARED = 200;

  private final Connection connection;
  private final DB database;
  private final int longestBefore;
  private final List<Witness.Row> rows = new ArrayList<>();
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);
  private int looks;
  private int spent;

  Sandbox(Connection connection) throws SQLException {
    this.connection = connection;
    database = connection.unwrap(SQLiteConnection.class).getDatabase();
    longestBefore = database.limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), LONGEST);
    ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
      @Override
      protected int progress() {
        looks++;
        spent++;
        return looks > BUDGET ? 1 : 0;
      }
    });
    clear();
  }

  /** Returns how much work has been done since it was made, in some unit that is the same on every machine. */
  int spent() {
    return spent;
  }

  /** Takes all rows away. */
  void clear() {
    execute("ROLLBACK");
    execute("BEGIN");
    rows.clear();
  }

  /** Gives the work that follows as much time as one statement has. */
  void allow() {
    looks = 0;
  }

  /** Returns the rows that are there, in the order in which they came. */
  List<Witness.Row> rows() {
    return List.copyOf(rows);
  }

  /** Tries to add a row, with all constraints and triggers; returns SQLite's words when it refuses it. */
  Optional<String> insert(Witness.Row row) {
    try {
      looks = 0;
      PreparedStatement statement = prepared(row);
      int position = 1;
      for (Datum value : row.values().values()) {
        value.bind(statement, position++);
      }
      statement.execute();
      rows.add(row);
      return Optional.empty();
    } catch (SQLException e) {
      recover();
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private PreparedStatement prepared(Witness.Row row) throws SQLException {
    String columns =
        row.values().keySet().stream().map(SqlName::quoted).collect(Collectors.joining(", "));
    return prepared("INSERT INTO " + SqlName.quoted(row.table())
        + (row.values().isEmpty()
            ? " DEFAULT VALUES"
            : " (" + columns + ") VALUES (?" + ", ?".repeat(row.values().size() - 1) + ")"));
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    // After most errors the driver has finalized it.
    if (known != null && !pointer(known).isClosed()) {
      return known;
    }
    if (prepared.size() == MOST_PREPARED) {
      Iterator<PreparedStatement> oldest = prepared.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    prepared.put(sql, statement);
    return statement;
  }

  private static SafeStmtPtr pointer(PreparedStatement statement) {
    return ((CoreStatement) statement).pointer;
  }

  /** Tells whether a statement has rows, and so many parameters, and is accepted at all. */
  boolean accepts(String sql, int parameters) {
    try {
      PreparedStatement statement = prepared(sql);
      return pointer(statement).safeRunInt(DB::column_count) > 0
          && statement.getParameterMetaData().getParameterCount() == parameters;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Tells whether a statement, a query without parameters, yields a row. */
  boolean hasRow(String sql) {
    looks = 0;
    try (ResultSet row = prepared(sql).executeQuery()) {
      return row.next();
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Runs a statement; afterwards the rows are as they were.
   *
   * @param changes whether it may change rows
   * @param broken a query that has a row when a column no longer holds what it is declared to
   * @return what came out; empty when it failed
   */
  Optional<Outcome> run(
      String sql, boolean changes, List<Datum> parameters, Optional<String> broken) {
    if (!changes) {
      return read(sql, parameters, Optional.empty());
    }
    execute("SAVEPOINT trial");
    Optional<Outcome> outcome = read(sql, parameters, broken);
    if (!execute("ROLLBACK TO trial") || !execute("RELEASE trial")) {
      recover();
    }
    return outcome;
  }

  private Optional<Outcome> read(String sql, List<Datum> parameters, Optional<String> broken) {
    try {
      looks = 0;
      PreparedStatement statement = prepared(sql);
      for (int i = 0; i < parameters.size(); i++) {
        parameters.get(i).bind(statement, i + 1);
      }
      Outcome.Reading reading =
          new Outcome.Reading(pointer(statement).safeRunInt(DB::column_count));
      try (ResultSet row = statement.executeQuery()) {
        read(row, pointer(statement), reading);
      }
      boolean asDeclared = broken.map(query -> !hasRow(query)).orElse(true);
      return Optional.of(reading.outcome(asDeclared));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** What was read before the budget ended counts; what was read before another error does not. */
  private void read(ResultSet row, SafeStmtPtr pointer, Outcome.Reading reading)
      throws SQLException {
    try {
      while (reading.rows() < MOST_ROWS && row.next()) {
        reading.row();
        pointer.safeRunConsume((database, statement) -> columns(database, statement, reading));
      }
    } catch (SQLException e) {
      if (looks <= BUDGET) {
        throw e;
      }
    }
  }

  private static void columns(DB database, long statement, Outcome.Reading reading)
      throws SQLException {
    int columns = database.column_count(statement);
    for (int i = 0; i < columns; i++) {
      switch (database.column_type(statement, i)) {
        case Codes.SQLITE_NULL -> reading.sawNull(i);
        case Codes.SQLITE_INTEGER -> reading.saw(i, StorageClass.INTEGER);
        case Codes.SQLITE_FLOAT -> reading.sawReal(i, database.column_double(statement, i));
        case Codes.SQLITE_TEXT -> reading.saw(i, StorageClass.TEXT);
        default -> reading.saw(i, StorageClass.BLOB);
      }
    }
  }

  /** An error can have ended the transaction, and then BEGIN succeeds. */
  private void recover() {
    if (execute("BEGIN")) {
      List<Witness.Row> lost = rows();
      rows.clear();
      lost.forEach(this::insert);
    }
  }

  private boolean execute(String sql) {
    try {
      looks = 0;
      return database._exec(sql) == Codes.SQLITE_OK;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Takes all rows away, and leaves the database to whoever opened it. */
  void release() throws SQLException {
    execute("ROLLBACK");
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    ProgressHandler.clearHandler(connection);
    database.limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), longestBefore);
  }

  @Override
  public void close() throws SQLException {
    ProgressHandler.clearHandler(connection);
    connection.close();
  }
}

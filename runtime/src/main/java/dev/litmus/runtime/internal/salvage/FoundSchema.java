package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.driver.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes in the new file the tables, indexes, views and triggers that the damaged one says it has. */
final class FoundSchema {

  private static final Pattern CREATES = Pattern.compile(
      "\\s*CREATE\\s+(?:(?:VIRTUAL\\s+)?TABLE|(?:UNIQUE\\s+)?INDEX|VIEW|TRIGGER)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Connection connection;
  private final List<String> notes;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String type, String name, String sql) {
    boolean isVirtual() {
      return sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
    }
  }

  FoundSchema(Connection connection, List<String> notes) {
    this.connection = connection;
    this.notes = notes;
  }

  /** Makes what holds rows, and the numbers that applications keep in the header. */
  void createTables() throws SQLException {
    read();
    for (String pragma : List.of("user_version", "application_id")) {
      try {
        long value = Statements.number(connection, "PRAGMA damaged." + pragma);
        Statements.run(connection, "PRAGMA main." + pragma + "=" + value);
      } catch (SQLException e) {
        Damage.orThrow(e);
      }
    }
    // First, because they make tables of their own that are listed as any others.
    entries.stream().filter(Entry::isVirtual).toList().forEach(this::tryCreate);
    for (Entry entry : entries) {
      if (entry.type.equals("table")
          && !entry.isVirtual()
          && Statements.texts(
                  connection, "SELECT 1 FROM main.sqlite_schema WHERE name = ?1", entry.name)
              .isEmpty()) {
        tryCreate(entry);
      }
    }
    create("index");
  }

  /** Makes what works on the rows, after these have been copied. */
  void createCode() {
    create("view");
    create("trigger");
  }

  private void create(String type) {
    entries.stream().filter(entry -> entry.type.equals(type)).forEach(this::tryCreate);
  }

  private void tryCreate(Entry entry) {
    try {
      Statements.run(connection, entry.sql);
    } catch (SQLException e) {
      notes.add("the " + entry.type + " `" + entry.name + "` could not be created: "
          + Salvaging.words(e));
    }
  }

  private void read() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
            "SELECT type, name, sql FROM damaged.sqlite_schema WHERE sql NOT NULL");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String name = String.valueOf(row.getString(2));
        String sql = String.valueOf(row.getString(3));
        if (!name.startsWith("sqlite_") && CREATES.matcher(sql).matches()) {
          entries.add(new Entry(String.valueOf(row.getString(1)), name, sql.strip()));
        }
      }
    } catch (SQLException e) {
      Damage.orThrow(e);
      notes.add("the schema can be read in part alone: " + Salvaging.words(e));
    }
  }
}

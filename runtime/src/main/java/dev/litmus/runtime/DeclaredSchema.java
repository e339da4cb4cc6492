package dev.litmus.runtime;

import dev.litmus.runtime.internal.migration.SqliteWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a repository was checked against whose database others migrate: the tables and views that a script declares. For
 * generated code. A database is compared with it when it is opened: what is declared must be there, and there may be more.
 * Immutable.
 */
public final class DeclaredSchema {

  /** In the order of the columns; those that no star shows are among them. */
  private static final String COLUMNS =
      "SELECT name, hidden = 1 FROM pragma_table_xinfo(?, 'main') ORDER BY cid";

  private static final String TABLES = "SELECT name FROM main.sqlite_schema"
      + " WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

  /** SQLITE_ERROR: neither a lock nor a damaged file. */
  private static final int PLAIN_ERROR = 1;

  private final String script;
  private final List<Table> tables;

  private DeclaredSchema(Builder builder) {
    this.script = builder.script;
    this.tables = List.copyOf(builder.tables);
  }

  /**
   * Begins to describe a schema.
   *
   * @param script what messages call the script
   * @return a builder
   */
  public static Builder builder(String script) {
    return new Builder(script);
  }

  /** What messages call the script. */
  String script() {
    return script;
  }

  /** Returns what a database lacks, each as a fact for a message; none when its repositories can work on it. */
  List<String> differences(Connection connection) throws SQLException {
    List<String> there = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        there.add(lower(row.getString(1)));
      }
    }
    if (there.isEmpty() && !tables.isEmpty()) {
      return List.of("the database is empty");
    }
    List<String> differences = new ArrayList<>();
    for (Table table : tables) {
      if (there.contains(lower(table.name))) {
        differences.addAll(differences(connection, table));
      } else {
        differences.add("there is no `" + table.name + "`");
      }
    }
    return differences;
  }

  /** A view that names what is not there has no columns, and SQLite says so. */
  private static List<String> differences(Connection connection, Table table) throws SQLException {
    try {
      return table.differences(connection);
    } catch (SQLException e) {
      if (e.getErrorCode() != PLAIN_ERROR) {
        throw e;
      }
      return List.of("`" + table.name + "` cannot be used: " + SqliteWords.of(e));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeclaredSchema that
        && script.equals(that.script)
        && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return Objects.hash(script, tables);
  }

  @Override
  public String toString() {
    return script;
  }

  /**
   * A table or view.
   *
   * @param whole whether it must have these columns alone, in this order
   */
  private record Table(String name, List<String> columns, boolean whole) {

    List<String> differences(Connection connection) throws SQLException {
      List<String> all = new ArrayList<>();
      List<String> shown = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
        statement.setString(1, name);
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          all.add(lower(row.getString(1)));
          if (!row.getBoolean(2)) {
            shown.add(row.getString(1));
          }
        }
      }
      List<String> missing = columns.stream()
          .filter(column -> !all.contains(lower(column)))
          .map(column -> "`" + name + "` has no column `" + column + "`")
          .toList();
      return missing.isEmpty() && whole && !lower(columns).equals(lower(shown))
          ? List.of("the columns of `" + name + "` are " + String.join(", ", shown) + " and not "
              + String.join(", ", columns) + ", and a query asks for all of them by `*`")
          : missing;
    }

    private static List<String> lower(List<String> names) {
      return names.stream().map(DeclaredSchema::lower).toList();
    }

    private static String lower(String name) {
      return DeclaredSchema.lower(name);
    }
  }

  /** Describes a schema. For one thread. */
  public static final class Builder {

    private final String script;
    private final List<Table> tables = new ArrayList<>();

    private Builder(String script) {
      this.script = script;
    }

    /**
     * Adds a table or view that may have more columns than these.
     *
     * @param name its name
     * @param columns the columns that it must have
     * @return this
     */
    public Builder table(String name, String... columns) {
      tables.add(new Table(name, List.of(columns), false));
      return this;
    }

    /**
     * Adds a table or view of which a query asks for all columns without naming them: one more would be taken for another.
     *
     * @param name its name
     * @param columns the columns that it must have, and no others, in their order
     * @return this
     */
    public Builder wholeTable(String name, String... columns) {
      tables.add(new Table(name, List.of(columns), true));
      return this;
    }

    /**
     * Ends the description.
     *
     * @return the schema
     */
    public DeclaredSchema build() {
      return new DeclaredSchema(this);
    }
  }
}

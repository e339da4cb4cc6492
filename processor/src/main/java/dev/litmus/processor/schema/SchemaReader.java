package dev.litmus.processor.schema;

import dev.litmus.processor.sql.SqlName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks at what migrations or a script made. A table of another database than main is called by both names, {@code
 * archive.orders}.
 */
final class SchemaReader {

  /** The schema tables begin every database; {@code sqlite_schema} does not list itself. */
  private static final long FIRST_PAGE = 1;

  private static final String MAIN = "schema = 'main'";

  /**
   * "Shadow" tables are how virtual tables keep their data; queries name the virtual table. The history of migrations is
   * in every database, but nobody means it.
   */
  private static final String MEANT =
      " AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
          + " AND name <> '_migrations' GROUP BY name ORDER BY name";

  /** A primary key of one column that has no index of its own is the number of the row. */
  private static final String COLUMNS = """
      SELECT name, type, hidden = 1 AS is_hidden, "notnull" AS not_null, hidden > 1 AS is_generated,
        upper(coalesce(dflt_value, 'NULL')) <> 'NULL' AS has_default,
        pk > 0
          AND 1 = (SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk > 0)
          AND NOT EXISTS (SELECT * FROM pragma_index_list(?1) WHERE origin = 'pk')
          AND EXISTS (SELECT * FROM pragma_table_list(?1) WHERE type = 'table') AS numbers_rows
      FROM pragma_table_xinfo(?1) ORDER BY cid""";

  private final Connection connection;

  SchemaReader(Connection connection) {
    this.connection = connection;
  }

  /** Returns the names of the tables and views of main that a query can mean. */
  List<String> tableNames() throws SQLException {
    return strings("SELECT name FROM pragma_table_list WHERE " + MAIN + MEANT);
  }

  /**
   * Returns the tables and views of main.
   *
   * @param locations where each is declared
   */
  List<Table> tables(Map<String, String> locations) throws SQLException {
    return tables(MAIN, table -> locations.getOrDefault(table, ""));
  }

  /** Returns those of all databases; a query need not say which one when the names differ. */
  List<Table> tablesOfAllDatabases(String location) throws SQLException {
    return tables("TRUE", table -> location);
  }

  private List<Table> tables(String condition, UnaryOperator<String> location) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT name, min(type), schema, strict FROM pragma_table_list WHERE " + condition
                + MEANT)) {
      while (row.next()) {
        String name = row.getString(1);
        Table.Kind kind = Table.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        tables.add(new Table(
            name,
            kind,
            columns(name),
            location.apply(name),
            row.getBoolean(4),
            sql(row.getString(3), name)));
      }
    }
    return tables;
  }

  private String sql(String database, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT sql FROM " + SqlName.quoted(database)
            + ".sqlite_schema WHERE name = ? AND type IN ('table', 'view')")) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      return row.next() ? row.getString(1) : "";
    }
  }

  /**
   * Returns the columns of a table or a table-valued function; none of a view whose body names what is not there. SQLite
   * creates such a view, and refuses the queries that read it.
   */
  List<Column> columns(String table) {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        boolean numbersRows = row.getBoolean("numbers_rows");
        columns.add(new Column(
            row.getString("name"),
            row.getString("type"),
            row.getBoolean("is_hidden"),
            numbersRows || row.getBoolean("not_null"),
            numbersRows || row.getBoolean("has_default"),
            row.getBoolean("is_generated"),
            numbersRows));
      }
      return columns;
    } catch (SQLException e) {
      return List.of();
    }
  }

  /** Returns the table that begins, or whose index begins, at a page. */
  Map<RootPage, String> rootPages() throws SQLException {
    Map<RootPage, String> tables = new HashMap<>();
    for (Database database : databases()) {
      tables.put(new RootPage(database.number(), FIRST_PAGE), database.nameOf("sqlite_schema"));
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT rootpage, tbl_name FROM "
              + SqlName.quoted(database.name()) + ".sqlite_schema WHERE rootpage > 0")) {
        while (row.next()) {
          tables.put(
              new RootPage(database.number(), row.getLong(1)), database.nameOf(row.getString(2)));
        }
      }
    }
    return tables;
  }

  /** EXPLAIN names a virtual table by an address only, which is the same for every statement of the connection. */
  Map<String, String> virtualTables() throws SQLException {
    Map<String, String> tables = new HashMap<>();
    for (Database database : databases()) {
      for (String table : strings("SELECT name FROM pragma_table_list WHERE type = 'virtual'"
          + " AND schema = '" + database.name().replace("'", "''") + "'")) {
        String path = SqlName.quoted(database.name()) + "." + SqlName.quoted(table);
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("EXPLAIN SELECT * FROM " + path)) {
          while (row.next()) {
            if (row.getString("opcode").equals("VOpen")) {
              tables.put(row.getString("p4"), database.nameOf(table));
            }
          }
        }
      }
    }
    return tables;
  }

  /** Returns the names, in lower case, of the tables that have triggers. */
  Set<String> triggered() throws SQLException {
    Set<String> tables = new HashSet<>();
    for (Database database : databases()) {
      strings("SELECT tbl_name FROM " + SqlName.quoted(database.name())
              + ".sqlite_schema WHERE type = 'trigger'")
          .forEach(table -> tables.add(table.toLowerCase(Locale.ROOT)));
    }
    return tables;
  }

  private List<Database> databases() throws SQLException {
    List<Database> databases = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT seq, name FROM pragma_database_list")) {
      while (row.next()) {
        databases.add(new Database(row.getInt(1), row.getString(2)));
      }
    }
    return databases;
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        strings.add(row.getString(1));
      }
    }
    return strings;
  }

  private record Database(int number, String name) {

    String nameOf(String table) {
      return number == 0 ? table : name + "." + table;
    }
  }
}

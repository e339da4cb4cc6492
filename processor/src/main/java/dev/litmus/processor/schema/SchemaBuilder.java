package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.MigrationFile;
import dev.litmus.runtime.internal.migration.MigrationProblem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Applies migrations to an empty database in memory and looks at what they made. */
final class SchemaBuilder {

  private final String name;
  private final List<MigrationFile> files;
  private final Origin origin;

  private SchemaBuilder(String name, List<MigrationFile> files, Origin origin) {
    this.name = name;
    this.files = files;
    this.origin = origin;
  }

  static Checked<Schema> build(String name, List<MigrationFile> files, Origin origin)
      throws IOException, SQLException {
    return new SchemaBuilder(name, files, origin).build();
  }

  private Checked<Schema> build() throws IOException, SQLException {
    MigrationChain chain;
    try {
      chain = MigrationChain.read(name, () -> files);
    } catch (InvalidMigrationsException e) {
      return Checked.failed(e.problems().stream().map(this::invalid).toList());
    }
    Connection connection = Engine.open();
    try {
      return Checked.of(migrate(chain, connection));
    } catch (MigrationFailedException e) {
      connection.close();
      return Checked.failed(failed(e));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** One migration at a time, to know which of them made a table. */
  private Schema migrate(MigrationChain chain, Connection connection)
      throws SQLException, MigrationFailedException {
    Map<String, String> locations = new HashMap<>();
    chain.applyTo(connection, migration -> {
      for (String table : tableNames(connection)) {
        locations.putIfAbsent(table, migration.location());
      }
    });
    List<Table> tables = tables(connection, locations);
    return new Schema(
        name,
        files,
        chain.migrations(),
        tables,
        rootPages(connection),
        virtualTables(connection),
        connection);
  }

  /** "Shadow" tables are how virtual tables keep their data, and the history of migrations is nobody's business. */
  private static final String TABLES =
      " FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
          + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_migrations' ORDER BY name";

  private static List<String> tableNames(Connection connection) throws SQLException {
    return strings(connection, "SELECT name" + TABLES);
  }

  private static List<Table> tables(Connection connection, Map<String, String> locations)
      throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT name, type" + TABLES)) {
      while (row.next()) {
        String name = row.getString(1);
        Table.Kind kind = Table.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        tables.add(
            new Table(name, kind, columns(connection, name), locations.getOrDefault(name, "")));
      }
    }
    return tables;
  }

  /**
   * Returns the columns of a table; none of a view whose body names what is not there. SQLite creates such a view, and
   * refuses the queries that read it.
   */
  static List<Column> columns(Connection connection, String table) {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, type FROM pragma_table_xinfo(?) ORDER BY cid")) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        columns.add(new Column(row.getString(1), row.getString(2)));
      }
      return columns;
    } catch (SQLException e) {
      return List.of();
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        strings.add(row.getString(1));
      }
    }
    return strings;
  }

  private static Map<Long, String> rootPages(Connection connection) throws SQLException {
    Map<Long, String> tables = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")) {
      while (row.next()) {
        tables.put(row.getLong(1), row.getString(2));
      }
    }
    return tables;
  }

  /** EXPLAIN names a virtual table by an address only, which is the same for every statement of the connection. */
  private static Map<String, String> virtualTables(Connection connection) throws SQLException {
    Map<String, String> tables = new HashMap<>();
    for (String table : strings(
        connection,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'")) {
      String name = "\"" + table.replace("\"", "\"\"") + "\"";
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("EXPLAIN SELECT * FROM " + name)) {
        while (row.next()) {
          if (row.getString("opcode").equals("VOpen")) {
            tables.put(row.getString("p4"), table);
          }
        }
      }
    }
    return tables;
  }

  private Problem invalid(MigrationProblem problem) {
    Problem shown = Problem.of(
        ProblemCode.INVALID_MIGRATION, origin, problem.location() + ": " + problem.fact());
    if (problem.line() > 0) {
      shown = shown.at(line(problem.location(), problem.line()));
    }
    return problem.help() == null ? shown : shown.help(problem.help());
  }

  private Problem failed(MigrationFailedException e) {
    Problem problem = Problem.of(
        ProblemCode.FAILED_MIGRATION, origin, "the migration `" + e.location() + "` fails");
    return e.line() > 0
        ? problem.at(line(e.location(), e.line())).note("SQLite says: " + e.fact())
        : problem.note(e.fact());
  }

  /** Underlines the whole line: a migration's messages know no columns. */
  private Excerpt line(String location, int line) {
    String text = text(location);
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    String content = text.substring(start, end < 0 ? text.length() : end);
    int indent = content.length() - content.stripLeading().length();
    return new Excerpt(
        "in " + location, text, start + indent, start + content.stripTrailing().length());
  }

  private String text(String location) {
    Optional<MigrationFile> file =
        files.stream().filter(f -> f.location().equals(location)).findFirst();
    return file.map(MigrationFile::text).orElse("");
  }
}

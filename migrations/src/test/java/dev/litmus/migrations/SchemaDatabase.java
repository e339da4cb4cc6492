package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationContext;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import dev.litmus.runtime.internal.migration.MigrationSource;
import dev.litmus.runtime.internal.migration.RollbackRunner;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** A database of one schema in a file, on the migrations that lie on the class path. */
final class SchemaDatabase implements AutoCloseable {

  private final String schema;
  private final Connection connection;

  SchemaDatabase(String schema, Path folder) throws SQLException {
    Path file = folder.resolve(schema + ".sqlite");
    this.schema = schema;
    this.connection = new JDBC4Connection("jdbc:sqlite:" + file, file.toString(), new Properties());
    // No power fails in these tests.
    execute("PRAGMA synchronous = OFF");
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA recursive_triggers = ON");
  }

  static MigrationChain chain(String schema) throws Exception {
    String index = "litmus/migrations/" + schema + ".index";
    return MigrationChain.read(
        schema, MigrationSource.index(index, SchemaDatabase::resource).orElseThrow());
  }

  private static String resource(String path) throws IOException {
    try (InputStream stream = SchemaDatabase.class.getClassLoader().getResourceAsStream(path)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Migrates up to the version. */
  SchemaDatabase upTo(long version) throws Exception {
    MigrationRunner.migrate(connection, context(), MigrationTarget.version(version));
    return this;
  }

  /** Migrates to the newest version. */
  SchemaDatabase newest() throws Exception {
    MigrationRunner.migrate(connection, context(), MigrationTarget.latest());
    return this;
  }

  private MigrationContext context() throws Exception {
    return MigrationContext.of(
        chain(schema),
        () -> new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties()));
  }

  /** Puts the rows of {@code rows/<schema>/<version>.sql} into the tables that this version has made. */
  void fill(long version) throws Exception {
    execute(resource("rows/" + schema + "/" + version + ".sql"));
  }

  /** Migrates to the newest version, with rows put in at each. */
  SchemaDatabase filled() throws Exception {
    for (Migration migration : chain(schema).migrations()) {
      upTo(migration.version());
      fill(migration.version());
    }
    return this;
  }

  /** Rolls back the newest migration, which has this version. */
  void undo(long version) throws Exception {
    List<Migration> undone =
        RollbackRunner.rollback(connection, context(), MigrationTarget.stepsBack(1));
    assertThat(undone).extracting(Migration::version).containsExactly(version);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Every row, its columns joined by a bar. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int width = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          columns.add(row.getString(i));
        }
        rows.add(String.join("|", columns));
      }
    }
    return rows;
  }

  /** The tables of the schema: neither SQLite's and FTS5's own, nor the history of migrations. */
  List<String> tables() throws SQLException {
    return rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_migrations' ORDER BY name");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package dev.litmus.processor.schema;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.runtime.internal.migration.SqliteWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Runs a plain SQL script on an empty database in memory, statement by statement, and looks at what it made. Whatever
 * SQLite can run may stand in it: none of the rules of migrations holds.
 */
public final class SchemaScript {

  private final String name;
  private final String location;
  private final ParsedQuery script;
  private final ApplicationFunctions application;

  private SchemaScript(
      String name, String location, String text, ApplicationFunctions application) {
    this.name = name;
    this.location = location;
    this.application = application;
    this.script = QueryParser.parse(text);
  }

  /**
   * Runs a script.
   *
   * @param name what messages call the schema
   * @param text the script
   * @throws ScriptFailedException when SQLite refuses one of its statements
   */
  public static Schema run(String name, String text) throws ScriptFailedException, SQLException {
    return run(name, text, ApplicationFunctions.NONE);
  }

  /**
   * Runs a script that uses functions of an application.
   *
   * @throws ScriptFailedException when SQLite refuses one of its statements
   */
  public static Schema run(String name, String text, ApplicationFunctions application)
      throws ScriptFailedException, SQLException {
    return run(name, name, text, application);
  }

  /**
   * Runs a script whose file is not called like the schema.
   *
   * @param location what messages call the script
   * @throws ScriptFailedException when SQLite refuses one of its statements
   */
  public static Schema run(
      String name, String location, String text, ApplicationFunctions application)
      throws ScriptFailedException, SQLException {
    return new SchemaScript(name, location, text, application).run();
  }

  private Schema run() throws ScriptFailedException, SQLException {
    Connection connection = Engine.open(application);
    try {
      for (ParsedStatement statement : script.statements()) {
        execute(connection, statement.span());
      }
      // A dump switches off what holds when the database is in use.
      Engine.prepareForUse(connection);
      return schema(connection);
    } catch (ScriptFailedException | SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Prepared, because the driver takes some words of its own for commands when they are executed directly. */
  private void execute(Connection connection, Span statement) throws ScriptFailedException {
    String sql = script.textOf(statement);
    if (sql.indexOf('\0') >= 0) {
      // SQLite would run what stands before it.
      throw new ScriptFailedException(lineOf(statement), "the statement has a NUL character", null);
    }
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      prepared.execute();
    } catch (SQLException e) {
      throw new ScriptFailedException(lineOf(statement), SqliteWords.of(e), e);
    }
  }

  private int lineOf(Span statement) {
    return 1
        + (int) script
            .text()
            .chars()
            .limit(statement.start())
            .filter(c -> c == '\n')
            .count();
  }

  private Schema schema(Connection connection) throws SQLException {
    SchemaReader reader = new SchemaReader(connection);
    return new Schema(
        name,
        Optional.of(location),
        List.of(),
        List.of(),
        reader.tablesOfAllDatabases(location),
        reader.rootPages(),
        reader.virtualTables(),
        reader.triggered(),
        application,
        connection);
  }
}

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

/**
 * Runs a plain SQL script on an empty database in memory, statement by statement, and looks at what it made. Whatever
 * SQLite can run may stand in it: none of the rules of migrations holds.
 */
public final class SchemaScript {

  private final String name;
  private final ParsedQuery script;

  private SchemaScript(String name, String text) {
    this.name = name;
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
    return new SchemaScript(name, text).run();
  }

  private Schema run() throws ScriptFailedException, SQLException {
    Connection connection = Engine.open();
    try {
      for (ParsedStatement statement : script.statements()) {
        execute(connection, statement.span());
      }
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
        List.of(),
        List.of(),
        reader.tablesOfAllDatabases(name),
        reader.rootPages(),
        reader.virtualTables(),
        reader.triggered(),
        connection);
  }
}

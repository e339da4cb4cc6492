package dev.litmus.cli.describe;

import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.SchemaSource;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Schemas to throw away, for statements that take effect when they are only prepared. Where the schema cannot be made
 * again, empty databases of the same names stand in: SQLite's verdict on a PRAGMA hardly ever depends on tables.
 *
 * @param source where the schema comes from
 * @param original the schema whose databases have the names
 */
record SpareSchema(SchemaSource source, Schema original) {

  /** SQLite's numbers of the databases that every connection has. */
  private static final int LAST_OWN_DATABASE = 1;

  Schema open() throws SQLException {
    if (source.isRepeatable()) {
      try {
        return source.open();
      } catch (SchemaException e) {
        // The files have changed since they were read first.
        return empty();
      }
    }
    return empty();
  }

  private Schema empty() throws SQLException {
    StringBuilder script = new StringBuilder();
    try (PreparedStatement names = original.prepare("SELECT seq, name FROM pragma_database_list");
        ResultSet row = names.executeQuery()) {
      while (row.next()) {
        if (row.getInt(1) > LAST_OWN_DATABASE) {
          String name = row.getString(2).replace("\"", "\"\"");
          script.append("ATTACH ':memory:' AS \"").append(name).append("\";\n");
        }
      }
    }
    try {
      return SchemaScript.run(original.name(), script.toString(), original.application());
    } catch (ScriptFailedException e) {
      throw new IllegalStateException("databases that were attached cannot be: " + script, e);
    }
  }
}

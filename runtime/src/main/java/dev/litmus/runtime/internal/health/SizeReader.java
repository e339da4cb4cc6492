package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.ObjectSize;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads how large a database is, and changes nothing: {@code PRAGMA wal_checkpoint} would tell of the log too, and write.
 *
 * <p>Sources: <a href="https://sqlite.org/pragma.html">PRAGMA page_count, page_size, freelist_count</a>, <a
 * href="https://sqlite.org/dbstat.html">dbstat</a>.
 */
public final class SizeReader {

  private static final String OBJECTS = """
      SELECT s.name, o.tbl_name, s.pgsize, s.unused, o.type = 'index'
      FROM dbstat('main', 1) s JOIN sqlite_schema o ON o.name = s.name
      ORDER BY s.pgsize DESC, s.name""";

  private final Connection connection;

  private SizeReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads a few numbers, however large the database is.
   *
   * @param file null for a database in memory
   */
  public static DatabaseStatistics statistics(
      Connection connection, String schema, @Nullable Path file) throws SQLException {
    return new DatabaseStatistics(
        schema,
        Statements.number(connection, "PRAGMA main.page_size"),
        Statements.number(connection, "PRAGMA main.page_count"),
        Statements.number(connection, "PRAGMA main.freelist_count"),
        file == null ? 0 : logBytes(file));
  }

  /** Asks the file system alone: whoever opened and closed a file of SQLite's would drop its locks. */
  private static long logBytes(Path file) {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + "-wal"));
    } catch (IOException thereIsNone) {
      return 0;
    }
  }

  /** Reads all pages. The largest comes first. */
  public static List<ObjectSize> objects(Connection connection) throws SQLException {
    return new SizeReader(connection).objects();
  }

  private List<ObjectSize> objects() throws SQLException {
    List<ObjectSize> objects = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OBJECTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        objects.add(new ObjectSize(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            row.getLong(4),
            row.getBoolean(5) ? OptionalLong.empty() : OptionalLong.of(rows(row.getString(1)))));
      }
    }
    return objects;
  }

  private long rows(String table) throws SQLException {
    return Statements.number(connection, "SELECT count(*) FROM main." + QuotedName.of(table));
  }
}

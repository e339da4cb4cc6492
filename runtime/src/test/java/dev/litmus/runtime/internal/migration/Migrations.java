package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.driver.BusyWait;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** What the tests of this package share. */
final class Migrations {

  private Migrations() {}

  /** Files of a schema {@code chat}: a name, its text, a name, its text. */
  static MigrationSource files(String... namesAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(
          new MigrationFile(namesAndTexts[i], "chat/" + namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return () -> files;
  }

  static MigrationChain chain(String... namesAndTexts) {
    try {
      return MigrationChain.read("chat", files(namesAndTexts));
    } catch (InvalidMigrationsException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Connection open(Path file) throws SQLException {
    Connection connection =
        new JDBC4Connection("jdbc:sqlite:" + file, file.toString(), new Properties());
    execute(connection, "PRAGMA foreign_keys = ON");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  static int migrate(Connection writer, MigrationChain chain) throws SQLException {
    return migrate(writer, chain, Duration.ofSeconds(60));
  }

  static int migrate(Connection writer, MigrationChain chain, Duration patience)
      throws SQLException {
    return MigrationRunner.migrate(writer, context(chain, patience), MigrationTarget.latest())
        .size();
  }

  static MigrationContext context(MigrationChain chain) {
    return context(chain, Duration.ofSeconds(60));
  }

  static MigrationContext context(MigrationChain chain, Duration patience) {
    return new MigrationContext(
        chain,
        MigrationOptions.NONE,
        MigrationObserver.NOBODY,
        () -> open(Path.of(":memory:")),
        new BusyWait(patience));
  }
}

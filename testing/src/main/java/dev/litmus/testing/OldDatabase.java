package dev.litmus.testing;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.MigrationMode;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a database as an old version of the application has left it, from {@link TestDatabases#at}: to be given rows, and
 * then migrated as the application does when it opens it. For the thread of the test.
 */
public final class OldDatabase {

  private final String schema;
  private final Path file;
  private final DatabaseSettings settings;
  private @Nullable SqliteDatabase opened;

  private OldDatabase(String schema, Path file, DatabaseSettings settings) {
    this.schema = schema;
    this.file = file;
    this.settings = settings;
  }

  static OldDatabase create(String schema, long version, Path file, DatabaseSettings settings) {
    OldDatabase made = new OldDatabase(schema, file, settings);
    made.migrator().migrate(MigrationTarget.version(version));
    return made;
  }

  /**
   * Returns where it is.
   *
   * @return the path of the file
   */
  public Path file() {
    return file;
  }

  /**
   * Runs a script on it: what an old version of the application would have written. No fault is in its way.
   *
   * @param script any number of statements
   * @return this
   * @throws dev.litmus.runtime.error.LitmusException when SQLite refuses it; then nothing of it is done
   * @throws IllegalStateException when it is open, after {@link #migrate}
   */
  public OldDatabase rows(String script) {
    if (opened != null) {
      throw new IllegalStateException(
          "the database is migrated already: write the rows of the old version before");
    }
    DatabaseSettings asItIs =
        settings.with(changed -> changed.migrate(MigrationMode.NONE).faults(point -> null));
    try (SqliteDatabase old = SqliteDatabase.open(schema, file, asItIs)) {
      old.sql().raw(script);
    }
    return this;
  }

  /**
   * Opens it as the application does: all later migrations are applied.
   *
   * @return the open database, which is closed after the test
   * @throws dev.litmus.runtime.error.MigrationException when a migration fails on these rows
   */
  public SqliteDatabase migrate() {
    if (opened == null) {
      opened = SqliteDatabase.open(schema, file, settings);
    }
    return opened;
  }

  /**
   * Returns what leads to any other version, also back.
   *
   * @return a migrator of the file; it needs the database closed
   */
  public Migrator migrator() {
    return Migrator.embedded(schema, file, settings);
  }

  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  /** The schema and the file. */
  @Override
  public String toString() {
    return schema + " (" + file + ")";
  }
}

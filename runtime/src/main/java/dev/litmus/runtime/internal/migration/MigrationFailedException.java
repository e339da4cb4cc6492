package dev.litmus.runtime.internal.migration;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQLite refused a migration, or its callback failed. Whoever holds the transaction must roll it back. */
public final class MigrationFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String location;
  private final int line;
  private final String fact;
  private final @Nullable String statement;

  private MigrationFailedException(
      String location,
      int line,
      String fact,
      @Nullable String statement,
      @Nullable Exception cause) {
    super(describe(location, line, fact), cause);
    this.location = location;
    this.line = line;
    this.fact = fact;
    this.statement = statement;
  }

  static MigrationFailedException atStatement(
      Migration migration, MigrationStatement statement, SQLException cause) {
    return new MigrationFailedException(
        migration.location(), statement.line(), SqliteWords.of(cause), statement.sql(), cause);
  }

  static MigrationFailedException ofWhole(
      Migration migration, String fact, @Nullable SQLException cause) {
    return new MigrationFailedException(migration.location(), 0, fact, null, cause);
  }

  /** The application's own code in the transaction failed. */
  static MigrationFailedException ofCallback(
      Migration migration, String fact, @Nullable Exception cause) {
    return new MigrationFailedException(
        migration.location(), 0, "its callback failed: " + fact, null, cause);
  }

  private static String describe(String location, int line, String fact) {
    return "migration `" + location + "`" + (line == 0 ? "" : ", line " + line) + ": " + fact;
  }

  /** File, line and fact as one sentence without a full stop. */
  public String summary() {
    return describe(location, line, fact);
  }

  /** The file, as messages call it. */
  public String location() {
    return location;
  }

  /** The line that the statement begins on, from 1; 0 when no single statement failed. */
  public int line() {
    return line;
  }

  /** What SQLite said, without the driver's frame around it, or what the foreign keys lack. */
  public String fact() {
    return fact;
  }

  /** The statement that failed, as written. */
  public Optional<String> statement() {
    return Optional.ofNullable(statement);
  }
}

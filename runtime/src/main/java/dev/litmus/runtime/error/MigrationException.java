package dev.litmus.runtime.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database could not be brought to the version that the code was compiled against. The database is as it was before
 * the migration that failed; migrations before that one stay applied.
 */
public sealed class MigrationException extends LitmusException permits DatabaseTooNewException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String migration;

  /**
   * Creates the exception for a failure that no single migration is to blame for.
   *
   * @param database the database that was being migrated
   * @param fact what happened, with the migration's file and line where there is one, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver reported, or null
   */
  public MigrationException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    this(database, null, fact, advice, cause);
  }

  /**
   * Creates the exception.
   *
   * @param database the database that was being migrated
   * @param migration the file of the migration, for example {@code migrations/chat/002_search.sql}, or null when no
   *     single one is to blame; the message does not repeat it
   * @param fact what happened, with the migration's file and line where there is one, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver reported, or null
   */
  public MigrationException(
      String database,
      @Nullable String migration,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
    this.migration = migration;
  }

  /**
   * Returns the migration that is to blame.
   *
   * @return its file; empty when no single one is to blame
   */
  public Optional<String> migration() {
    return Optional.ofNullable(migration);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_MIGRATION_FAILED;
  }
}

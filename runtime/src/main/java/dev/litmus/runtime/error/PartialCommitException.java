package dev.litmus.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over several databases were to be committed one after the other, and one of them failed. Those before it
 * are committed and stay so; the others are rolled back. Each database is consistent in itself. What failed of the actions
 * after the commits that did succeed is suppressed here.
 */
public final class PartialCommitException extends LitmusException {

  private static final long serialVersionUID = 1L;

  private final String[] committed;
  private final String[] rolledBack;

  /**
   * Creates the exception.
   *
   * @param database the schema of the database whose commit failed
   * @param committed the databases whose changes are permanent, by schema and file, in the order of their commits
   * @param rolledBack the databases whose changes are undone, by schema and file
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause why the commit failed
   */
  public PartialCommitException(
      String database,
      List<String> committed,
      List<String> rolledBack,
      @Nullable String advice,
      Throwable cause) {
    super(
        database,
        null,
        "the commit failed; committed: " + names(committed) + "; rolled back: " + names(rolledBack),
        advice,
        cause);
    this.committed = committed.toArray(new String[0]);
    this.rolledBack = rolledBack.toArray(new String[0]);
  }

  private static String names(List<String> databases) {
    return databases.isEmpty() ? "none" : "`" + String.join("`, `", databases) + "`";
  }

  /**
   * Returns the databases whose changes are permanent.
   *
   * @return schema and file, for example {@code chat (/home/me/chat.sqlite)}, in the order of their commits
   */
  public List<String> committed() {
    return List.of(committed);
  }

  /**
   * Returns the databases whose changes are undone.
   *
   * @return schema and file, for example {@code chat (/home/me/chat.sqlite)}, with that of the failed commit
   */
  public List<String> rolledBack() {
    return List.of(rolledBack);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_PARTIAL_COMMIT;
  }
}

package dev.litmus.runtime.error;

import java.util.List;

/**
 * Of a transaction over several databases some are committed, and one could not be: see {@link #committed} and {@link
 * #rolledBack}.
 */
public final class PartialCommitException extends LitmusException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> committed;
  private final transient List<String> rolledBack;

  /**
   * Creates the exception.
   *
   * @param database the database whose commit failed
   * @param committed the databases that are committed
   * @param rolledBack those that are rolled back
   * @param cause why the commit failed
   */
  public PartialCommitException(
      String database, List<String> committed, List<String> rolledBack, Throwable cause) {
    super(
        database,
        null,
        "its commit failed when " + committed + " were committed already; rolled back: "
            + rolledBack,
        "Undo or repeat by hand what belongs together",
        cause);
    this.committed = List.copyOf(committed);
    this.rolledBack = List.copyOf(rolledBack);
  }

  /**
   * Returns the databases whose part stays.
   *
   * @return their names
   */
  public List<String> committed() {
    return committed;
  }

  /**
   * Returns the databases whose part is undone.
   *
   * @return their names
   */
  public List<String> rolledBack() {
    return rolledBack;
  }
}

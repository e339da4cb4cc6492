package dev.litmus.runtime.internal.migration;

import java.util.List;

/** What a migration's file says of how it is undone. */
public sealed interface Undoing {

  /**
   * By these, in their order.
   *
   * @param statements at least one
   */
  record Statements(List<MigrationStatement> statements) implements Undoing {
    public Statements {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Not at all, as its author knows.
   *
   * @param reason in the author's words
   */
  record Irreversible(String reason) implements Undoing {}

  /** Its author has said nothing. */
  record Unsaid() implements Undoing {}
}

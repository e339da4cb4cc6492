package dev.litmus.processor.scope;

import java.util.List;

/**
 * What a name is found to be.
 *
 * @param kind what kind of thing
 * @param origins where the column comes from; several when that is ambiguous; none for other kinds
 */
public record Meaning(Kind kind, List<Relation> origins) {

  public Meaning {
    origins = List.copyOf(origins);
  }

  /** The kinds of things. */
  public enum Kind {
    COLUMN,
    /** The name of a result, used in another clause. */
    ALIAS,
    /** There is a table whose columns are not known. */
    UNSURE,
    NOTHING
  }
}

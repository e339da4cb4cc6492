package dev.litmus.processor.scope;

import java.util.List;

/**
 * What a name is found to be.
 *
 * @param kind what kind of thing
 * @param origins where the column comes from; several when that is ambiguous; none for other kinds
 * @param merged whether it is a shared column of a FULL join, whose value may be that of another relation
 */
public record Meaning(Kind kind, List<Relation> origins, boolean merged) {

  public Meaning {
    origins = List.copyOf(origins);
  }

  static Meaning of(Kind kind) {
    return new Meaning(kind, List.of(), false);
  }

  /** Tells whether it is one column, and always that one. */
  public boolean isOneColumn() {
    return origins.size() == 1 && !merged;
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

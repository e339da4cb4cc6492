package dev.litmus.processor.model;

/** What a method returns. Statements that yield rows and statements that only change them are different things. */
public sealed interface Result {

  /** The number of rows changed, in one of its forms. */
  record Changes(Form form) implements Result {

    /** What the method makes of the number. */
    public enum Form {
      IGNORED,
      INT,
      LONG,
      ANY
    }
  }

  /** Rows, and how many of them. */
  record Rows(Cardinality cardinality, Row row) implements Result {

    /** How many rows the method's type has room for. */
    public enum Cardinality {
      ONE,
      ONE_OR_NULL,
      OPTIONAL,
      LIST
    }
  }
}

package dev.litmus.runtime.health;

/**
 * One thing that is wrong with a database.
 *
 * @param kind what it is about
 * @param object the table or index, or nothing when SQLite names none
 * @param fact what is wrong, mostly in SQLite's words
 * @param help what to do
 */
public record IntegrityFinding(Kind kind, String object, String fact, String help) {

  /** What a finding is about. */
  public enum Kind {
    /** The file: pages, tables, indexes, and constraints that rows violate. */
    STRUCTURE,
    /** Rows whose foreign key leads nowhere. */
    FOREIGN_KEY,
    /** An index for full-text search that is not of the texts that there are. */
    SEARCH
  }
}

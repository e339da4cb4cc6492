package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import java.util.List;

/** What a method returns. Statements that yield rows and statements that only change them are different things. */
public sealed interface Result {

  /** Returns what rows become, in all their parts; nothing for statements without rows. */
  default List<Row> rows() {
    if (this instanceof Rows rows) {
      return List.of(rows.row());
    }
    if (this instanceof Keyed keyed) {
      return List.of(keyed.key(), keyed.row());
    }
    if (this instanceof Handed handed) {
      return List.of(handed.row());
    }
    if (this instanceof Counted counted) {
      return List.of(counted.row());
    }
    if (this instanceof ByKey byKey) {
      return List.of(byKey.row());
    }
    return this instanceof Collected collected ? List.of(collected.row()) : List.of();
  }

  /** Tells whether any number of rows is asked for. */
  default boolean isMany() {
    return this instanceof Rows rows ? rows.cardinality().isMany() : !(this instanceof Changes);
  }

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
      /** {@code OptionalInt} and its like: the value itself may be empty. */
      OPTIONAL_NUMBER,
      LIST,
      SET,
      STREAM;

      private boolean isMany() {
        return compareTo(LIST) >= 0;
      }
    }
  }

  /** A map, by one column of each row. */
  record Keyed(Row.ValueRow key, Row row) implements Result {}

  /**
   * A page of rows, behind a number of others, and how many there are in all.
   *
   * @param request the name of the parameter that says which page; its limit and offset are the last two positions
   * @param countSql the SQL that counts the rows
   * @param countBindings what each position of it holds
   */
  record Counted(String request, Row row, String countSql, List<Binding> countBindings)
      implements Result {
    public Counted {
      countBindings = List.copyOf(countBindings);
    }
  }

  /**
   * A page of rows, behind another row.
   *
   * @param request the name of the parameter that says which page
   * @param columns how many columns the query has itself
   * @param keys how many further columns hold the position of a row
   * @param statements the SQL of the first page and the last, of the one behind a row and the one before it
   */
  record ByKey(String request, Row row, int columns, int keys, List<String> statements)
      implements Result {
    public ByKey {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Rows that are handed to a consumer one by one.
   *
   * @param parameter the name of the consumer
   * @param counted whether the method returns how many there were
   */
  record Handed(String parameter, boolean counted, Row row) implements Result {}

  /**
   * Rows that a collector makes something of.
   *
   * @param parameter the name of the collector
   * @param element what it takes
   */
  record Collected(String parameter, JavaType element, Row row) implements Result {}
}

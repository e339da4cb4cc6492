package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.value.SqlType;
import java.util.Optional;

/**
 * A place where a parameter stands, and what it says of the parameter.
 *
 * @param parameter the parameter as it stands there
 * @param kind what is done with it
 * @param type what it should be there; ANY when anything will do
 * @param column the column of a table that it is stored in or compared with
 */
public record ParameterUse(Parameter parameter, Kind kind, SqlType type, Optional<Column> column) {

  /** What can be done with a parameter. */
  public enum Kind {
    /** {@code VALUES (:a)}, {@code SET a = :a}. */
    STORED,
    /** {@code a = :a}, {@code a <> :a}, {@code a IN (:a)}: never true of NULL. */
    EQUATED,
    /** {@code a < :a}, {@code a BETWEEN :a AND :b}, {@code a LIKE :a}: never true of NULL. */
    COMPARED,
    /** {@code a IS :a}, {@code :a IS NULL}: meant for NULL. */
    TESTED,
    /** {@code LIMIT :a}: SQLite refuses NULL there. */
    LIMIT,
    /** An operand, an argument, a result. */
    OTHER
  }
}

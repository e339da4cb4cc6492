package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one SQL statement that an abstract method of a {@link Database} interface runs.
 *
 * <p>Values come from the method's parameters by name, which {@link Param} can change: {@code :id} is the parameter
 * {@code id}, {@code :message.chatId} the component {@code chatId} of the record passed as {@code message}. {@code @id}
 * and {@code $id} mean the same. A {@code Collection}, {@code List} or {@code Set} stands alone in the parentheses of an IN,
 * {@code id IN (:ids)}.
 *
 * <p>A statement that yields rows returns them as values of one column, records or objects of other classes: one of these,
 * an {@code Optional}, {@code List}, {@code Set}, {@code Map} (see {@link Key}) or, inside a transaction, a {@code Stream}; or
 * it hands them to a {@code Consumer} or {@code Collector} parameter. A {@code Page} is asked for by a {@code PageRequest}
 * parameter, a {@code KeysetPage} by a {@code KeysetRequest}; neither is named in the statement, which has an ORDER BY and no
 * LIMIT. A statement without rows returns {@code void}, the number of rows changed as {@code int} or {@code long}, or whether
 * any row changed as {@code boolean}. {@link Batch} runs it for many items.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Query {

  /**
   * The statement, in SQLite's own SQL; left out when it stands in a {@link #file()}.
   *
   * @return the SQL as the developer wrote it
   */
  String value() default "";

  /**
   * The resource that holds the statement instead, UTF-8: its path from the root of the resources, or from the package of
   * the interface that this annotation stands in. The root comes first. It is read while compiling, and not needed later.
   *
   * @return a path with slashes that does not begin with one, for example {@code chat/search.sql}
   */
  String file() default "";

  /**
   * A statement that counts the rows of a query that returns a {@code Page}, with the same parameters. Give one where
   * the rows can be counted with less work than by running the query to its end, as happens without it.
   *
   * @return SQL that yields one row of one integer; empty to have the query itself counted
   */
  String countQuery() default "";
}

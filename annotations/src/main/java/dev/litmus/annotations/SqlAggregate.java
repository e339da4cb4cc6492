package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an aggregate function of SQL: one object collects the rows of one group.
 *
 * <pre>{@code
 * @SqlAggregate("middle")
 * final class Middle {
 *   void step(double value) { … }     // each row
 *   @Nullable Double finish() { … }   // the result, also of no rows
 * }
 * }</pre>
 *
 * <p>The class has a constructor without parameters, one method {@code step} and one {@code finish}. Their signatures mean what
 * those of {@link SqlFunction} mean: a row with NULL for a parameter that is not {@code @Nullable} is left out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SqlAggregate {

  /**
   * What SQL calls it, in any case of letters.
   *
   * @return letters, digits and underscores; not the name of a function that SQLite has
   */
  String value();
}

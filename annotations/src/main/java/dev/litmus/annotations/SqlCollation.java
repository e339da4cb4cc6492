package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method that compares two texts an order that SQL can name: {@code ORDER BY title COLLATE german}, or in a
 * column's declaration.
 *
 * <pre>{@code
 * @SqlCollation("german")
 * static int compare(String left, String right) { … }
 * }</pre>
 *
 * <p>It orders all texts, and always in the same way, as {@link java.util.Comparator} asks: indexes are kept in that order, and
 * one whose order changes is damaged until {@code REINDEX}. It does not throw; if it does, the whole transaction is undone.
 * Which databases have it is as for {@link SqlFunction}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SqlCollation {

  /**
   * What SQL calls it, in any case of letters.
   *
   * @return letters, digits and underscores; not BINARY, NOCASE or RTRIM, which SQLite has
   */
  String value();
}

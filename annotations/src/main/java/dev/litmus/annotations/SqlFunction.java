package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method a function of SQL, for queries and for migrations. Its signature says all that SQLite and the
 * compiler need to know: how many arguments it takes, their types and that of its result, and what it does with NULL.
 *
 * <pre>{@code
 * public final class Texts {
 *   @SqlFunction("slug")
 *   static String slug(String title) { … }
 * }
 * }</pre>
 *
 * <p>A parameter that is not {@code @Nullable} is never NULL: for a NULL there, the function is NULL and the method is not
 * called. What is not declared {@code @Nullable} returns no null. Types are String, int, long, double, boolean, byte[], and the
 * boxed ones.
 *
 * <p>All databases of the application have the function, or, when the class or one around it has {@link Database}, those of
 * that schema. It is called on the thread that runs the statement, by several threads at once. What it throws fails the
 * statement. It cannot use the database that calls it.
 *
 * <p>A method that is {@code native} stands for a function of a loaded extension: its signature is known, and no Java is
 * called.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SqlFunction {

  /**
   * What SQL calls it, in any case of letters.
   *
   * @return letters, digits and underscores; not the name of a function that SQLite has
   */
  String value();

  /**
   * Whether equal arguments always give an equal result, for ever: only then may indexes, generated columns and CHECK
   * constraints use it, and only then may SQLite call it once instead of for each row.
   *
   * @return false for what depends on the time, on chance, or on anything else
   */
  boolean deterministic() default true;
}

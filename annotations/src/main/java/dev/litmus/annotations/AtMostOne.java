package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a query yields at most one row although nothing in it or in the schema proves that: what only its developer
 * knows. For methods that return {@code T}, an {@code Optional} or the like, which are warned of otherwise. The check when
 * it runs stays: a second row is a {@code NonUniqueRowException}.
 *
 * <pre>{@code
 * @AtMostOne("the importer replaces the settings of a user as a whole")
 * @Query("SELECT theme FROM settings WHERE user_id = :user AND is_current = 1")
 * Optional<String> theme(String user);
 * }</pre>
 *
 * <p>Where it is proven, or any number of rows is returned, the annotation is itself a warning.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AtMostOne {

  /**
   * How that is known, for whoever reads the code next.
   *
   * @return a text that is not blank
   */
  String value();
}

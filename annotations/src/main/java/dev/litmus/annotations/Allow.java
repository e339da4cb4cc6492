package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences a warning of the build where it is known to be harmless: on one method with a {@link Query}, or on a
 * {@link Database} interface for all queries it has, inherited ones included.
 *
 * <pre>{@code
 * @Allow(value = "sql/unordered-limit", reason = "any ten will do")
 * @Query("SELECT id FROM jobs WHERE state = 'new' LIMIT 10")
 * List<Long> some();
 * }</pre>
 *
 * <p>Errors cannot be allowed. An annotation that silences nothing is itself a warning, so that none outlives its reason.
 */
@Documented
@Repeatable(Allow.All.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allow {

  /**
   * The names of the warnings, as they are printed in brackets.
   *
   * @return names such as {@code sql/unordered-limit}
   */
  String[] value();

  /**
   * Why they are harmless here, for whoever reads the code next.
   *
   * @return a text that is not blank
   */
  String reason();

  /** Several of them on one method or interface; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface All {

    /**
     * The annotations in the order of the source.
     *
     * @return at least two
     */
    Allow[] value();
  }
}

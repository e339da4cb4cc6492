package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column that a record component, or a constructor's parameter, is read from, when their names do not agree.
 *
 * <pre>{@code
 * record Job(long id, @Column("created_at") Instant since) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Column {

  /**
   * The name of the column in the result; case does not matter.
   *
   * @return the name
   */
  String value();
}

package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The converter for one place, whatever other places use: a method's parameter or its one-column result, a record component,
 * or a constructor's parameter.
 *
 * <pre>{@code
 * record Device(@Convert(UuidBytes.class) UUID id, String name) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.METHOD})
public @interface Convert {

  /**
   * A public class that implements the runtime's {@code ColumnConverter}.
   *
   * @return the class
   */
  Class<?> value();
}

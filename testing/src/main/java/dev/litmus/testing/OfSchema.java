package dev.litmus.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which database a parameter of type {@link dev.litmus.runtime.SqliteDatabase} is, where there are several. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfSchema {

  /**
   * The name of its schema.
   *
   * @return what {@code @Database} names
   */
  String value();
}

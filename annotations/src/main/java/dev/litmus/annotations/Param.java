package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name by which the SQL of a {@link Query} refers to a parameter, when it is not the parameter's own.
 *
 * <p>An interface in a class file that was compiled without {@code -parameters} has lost the names of its parameters. A
 * library that offers queries to repositories elsewhere annotates them, and does not depend on how it is compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Param {

  /**
   * The name, an identifier of Java's without a colon; no other parameter of the method has it.
   *
   * @return the name, for example {@code chatId}
   */
  String value();
}

package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code default} method of a {@link Database} interface that runs as one transaction: committed when it returns, rolled
 * back when it throws anything, checked exceptions included. Inside another transaction it is a savepoint, and its failure
 * undoes only its own part. Calls from other methods of the interface are transactional as well.
 *
 * <p>A method without a body needs none: a single statement is a transaction already.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Transactional {

  /**
   * What the method may do. A stronger mode than that of a transaction around it is refused when it is called.
   *
   * @return the mode
   */
  TransactionMode value() default TransactionMode.IMMEDIATE;
}

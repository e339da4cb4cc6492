package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the statement of a {@link Query} once for each item of its one parameter that is an {@code Iterable}; in the SQL the
 * name of that parameter is one item: {@code :messages.id}. The method returns {@code void}, the number of rows changed as
 * {@code int} or {@code long}, or a {@code List} of what RETURNING yields.
 *
 * <p>A failure says which item it was, and what of the batch is committed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Batch {

  /**
   * How many items a chunk has; of no effect with {@link Commit#WHOLE}.
   *
   * @return at least 1
   */
  int size() default 100;

  /**
   * What becomes permanent together.
   *
   * @return all items, unless said otherwise
   */
  Commit commit() default Commit.WHOLE;

  /** What a batch commits together. */
  enum Commit {
    /** All items or none. */
    WHOLE,
    /** Each chunk when it is done: others can write between two of them, and a failure leaves those before it. */
    CHUNK
  }
}

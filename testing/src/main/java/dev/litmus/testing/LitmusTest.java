package dev.litmus.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class databases of all schemas of its class path, migrated, as parameters.
 *
 * <pre>{@code
 * @LitmusTest
 * class MessageRepositoryTest {
 *
 *   @Test
 *   void findsWhatWasInserted(MessageRepository messages) {
 *     messages.insert(message);
 *     assertEquals(Optional.of(message), messages.findById(message.id()));
 *   }
 * }
 * }</pre>
 *
 * <p>It may stand on a class, an interface, or an annotation of your own. A nested class has what its own annotation says, or
 * else that of the class around it.
 *
 * <p>{@link LitmusExtension} says what can be a parameter; registered by itself it takes settings and rows besides.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LitmusExtension.class)
public @interface LitmusTest {

  /**
   * Where the databases are.
   *
   * @return in memory by default
   */
  Storage storage() default Storage.MEMORY;

  /**
   * How tests are kept apart.
   *
   * @return fresh databases for each by default
   */
  Isolation isolation() default Isolation.FRESH;
}

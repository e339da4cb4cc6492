package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a repository of one schema: its {@link Query} methods are checked against that schema while
 * compiling, and a class named after the interface with {@code Impl} appended is generated in the same package.
 *
 * <pre>{@code
 * @Database("chat")
 * public interface MessageRepository {
 *   @Query("SELECT * FROM messages WHERE id = :id")
 *   Optional<Message> findById(String id);
 * }
 * }</pre>
 *
 * <p>On a class with functions of SQL, or one around it, it says which databases have them: see {@link SqlFunction}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Database {

  /**
   * The name of the schema: a folder of the migrations root.
   *
   * @return the name, for example {@code chat}
   */
  String value();

  /**
   * Classes of other modules whose {@link SqlFunction}, {@link SqlAggregate} and {@link SqlCollation} the SQL of this schema
   * uses. Those of this module are known without; and naming one once is enough for all repositories of a module.
   *
   * @return the classes; none by default
   */
  Class<?>[] functions() default {};
}

package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column that is the key of the {@code Map} that a query returns. The values are rows: a record has the other columns, and
 * the key too when it has a component for it. Two rows with the same key are an error.
 *
 * <pre>{@code
 * @Query("SELECT id, title FROM chats")
 * @Key("id")
 * Map<String, Chat> chats();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Key {

  /**
   * The name of the column in the result; case does not matter.
   *
   * @return the name
   */
  String value();
}

package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record inside a record whose columns stand among those of the outer one. Without this annotation they have dotted names:
 * {@code SELECT c.title AS "chat.title"}.
 *
 * <pre>{@code
 * record Hit(String content, @Embedded(prefix = "chat_") Chat chat) {}   // columns content, chat_id, chat_title
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Embedded {

  /**
   * What the names of its columns begin with; case does not matter.
   *
   * @return the prefix, by default none
   */
  String prefix() default "";
}

package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The code by which the constants of an enum are stored, instead of by their names: a method without parameters, or a final
 * field, of type String, int or long. Each constant has another one.
 *
 * <pre>{@code
 * enum Priority {
 *   LOW(1), HIGH(2);
 *   @EnumCode final int code;
 *   Priority(int code) { this.code = code; }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface EnumCode {}

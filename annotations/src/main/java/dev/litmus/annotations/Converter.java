package dev.litmus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that says how a type of the application's own is stored in a column: one that implements the runtime's
 * {@code ColumnConverter}. It is used for that type in all repositories of its module. Those of other modules are named where
 * they are needed, with {@link Convert}.
 *
 * <p>The class is public. One without a public constructor without parameters is handed over when the database is opened.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Converter {}

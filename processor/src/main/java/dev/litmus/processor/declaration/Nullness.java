package dev.litmus.processor.declaration;

/** Whether a place in Java has room for null, as far as its declaration says. */
public enum Nullness {
  /** It is a primitive, is annotated so, or stands without an annotation where that means so. */
  NOT_NULL,
  /** It is annotated so. */
  NULLABLE,
  /** Nothing is said, or nothing that the compiler passes on. */
  UNSPECIFIED
}

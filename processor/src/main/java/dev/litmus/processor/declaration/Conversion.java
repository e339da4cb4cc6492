package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/** How a type is stored as another one. */
public sealed interface Conversion {

  /** Returns the type in Java. */
  JavaType type();

  /** Returns the type that is stored, never a primitive one. */
  ScalarType stored();

  /** Tells whether the settings of the database have the converter, because generated code cannot create it. */
  boolean handedOver();

  /**
   * A class that implements {@code ColumnConverter}.
   *
   * @param converter the class
   * @param origin where it is declared
   */
  record ByClass(
      JavaType.Declared converter,
      JavaType type,
      ScalarType stored,
      boolean handedOver,
      Origin origin)
      implements Conversion {}

  /**
   * The constants of an enum by their codes.
   *
   * @param member the method or field that has the code
   * @param isMethod which of them it is
   */
  record ByCode(JavaType.Declared type, String member, boolean isMethod, ScalarType stored)
      implements Conversion {

    @Override
    public boolean handedOver() {
      return false;
    }
  }
}

package dev.litmus.processor.declaration;

import java.util.List;

/**
 * Whether a type where it is used has room for null, and so its arguments: {@code List<@Nullable String>}. Apart from the
 * type, because two uses that differ in this alone are one type to everybody else.
 *
 * @param itself of the type
 * @param arguments of its type arguments, in their order; none when it has none
 */
public record TypeNullness(Nullness itself, List<TypeNullness> arguments) {

  /** Of a place of which nothing is known. */
  public static final TypeNullness UNSPECIFIED = of(Nullness.UNSPECIFIED);

  public TypeNullness {
    arguments = List.copyOf(arguments);
  }

  public static TypeNullness of(Nullness itself) {
    return new TypeNullness(itself, List.of());
  }

  /** Returns that of a type argument, from 0; nothing is known of one that is not written. */
  public TypeNullness argument(int number) {
    return number < arguments.size() ? arguments.get(number) : UNSPECIFIED;
  }
}

package dev.litmus.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Stores the constants of an enum by a code of their own instead of by their names. For generated code.
 *
 * @param <E> the enum
 * @param <S> the type of the codes
 */
public final class EnumCodes<E extends Enum<E>, S> implements ColumnConverter<E, S> {

  private final Class<E> type;
  private final Function<E, S> code;
  private final Map<S, E> constants = new HashMap<>();

  private EnumCodes(Class<E> type, Function<E, S> code) {
    this.type = type;
    this.code = code;
    for (E constant : type.getEnumConstants()) {
      E other = constants.put(code.apply(constant), constant);
      if (other != null) {
        throw new IllegalArgumentException(
            type.getName() + ": " + other + " and " + constant + " have the same code");
      }
    }
  }

  /**
   * Creates the converter.
   *
   * @param type the enum
   * @param code what is stored for a constant: never null, always the same, and another one for each
   * @param <E> the enum
   * @param <S> the type of the codes
   * @return the converter, for all threads
   * @throws IllegalArgumentException when two constants have the same code
   */
  public static <E extends Enum<E>, S> EnumCodes<E, S> of(Class<E> type, Function<E, S> code) {
    return new EnumCodes<>(type, code);
  }

  @Override
  public S toColumn(E value) {
    return code.apply(value);
  }

  @Override
  public E fromColumn(S stored) {
    E constant = constants.get(stored);
    if (constant == null) {
      throw new IllegalArgumentException("it is the code of no constant of " + type.getSimpleName()
          + ": " + Arrays.stream(type.getEnumConstants()).map(code).toList());
    }
    return constant;
  }
}

package dev.litmus.runtime;

import dev.litmus.runtime.error.ConverterNotFoundException;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The converters that were handed over, by their exact classes. Nothing but the names of those is ever printed: they may hold
 * keys.
 */
final class Converters {

  static final Converters NONE = new Converters(Map.of());

  private final Map<Class<?>, ColumnConverter<?, ?>> byClass;

  private Converters(Map<Class<?>, ColumnConverter<?, ?>> byClass) {
    this.byClass = byClass;
  }

  /** Returns these with one more, which replaces another of its class. */
  Converters with(ColumnConverter<?, ?> added) {
    Class<?> type = Objects.requireNonNull(added, "converter").getClass();
    if (isCreatable(type)) {
      throw new IllegalArgumentException("`" + type.getName()
          + "` has a public constructor without parameters: generated code creates an object of its own, and would never"
          + " use this one. Remove that constructor, or do not hand one over");
    }
    Map<Class<?>, ColumnConverter<?, ?>> all = new LinkedHashMap<>(byClass);
    all.put(type, added);
    return new Converters(all);
  }

  /** Whether generated code creates objects of a class itself; the processor decides the same of the source. */
  private static boolean isCreatable(Class<?> type) {
    try {
      Constructor<?> constructor = type.getConstructor();
      return Stream.of(constructor.getExceptionTypes()).allMatch(Converters::isUnchecked);
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static boolean isUnchecked(Class<?> thrown) {
    return RuntimeException.class.isAssignableFrom(thrown) || Error.class.isAssignableFrom(thrown);
  }

  /** Returns the one of a class; {@code database} is what an error message names. */
  <C extends ColumnConverter<?, ?>> C of(Class<C> type, String database) {
    ColumnConverter<?, ?> found = byClass.get(type);
    if (found == null) {
      List<String> known = byClass.keySet().stream().map(Class::getName).toList();
      throw new ConverterNotFoundException(database, type, known);
    }
    return type.cast(found);
  }
}

package dev.litmus.runtime;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record class as reflection shows it: its components, how one is made, and how one is taken apart. Kept per class. */
final class RecordShape {

  /**
   * A component.
   *
   * @param name as declared
   * @param type its class; of an {@code Optional} the class of what is in it
   * @param optional whether it is an {@code Optional}
   * @param accessor reads it
   */
  record Part(String name, Class<?> type, boolean optional, Method accessor) {

    private static Part of(RecordComponent component) {
      Type generic = component.getGenericType();
      boolean optional = generic instanceof ParameterizedType parameterized
          && parameterized.getRawType() == Optional.class
          && parameterized.getActualTypeArguments()[0] instanceof Class;
      Class<?> type = optional
          ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0]
          : component.getType();
      return new Part(component.getName(), type, optional, component.getAccessor());
    }
  }

  private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
    @Override
    protected RecordShape computeValue(Class<?> type) {
      return new RecordShape(type);
    }
  };

  private final Class<?> type;
  private final List<Part> parts;
  private final Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.parts = Arrays.stream(components).map(Part::of).toList();
    try {
      this.constructor = type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /** Returns the shape of a record class. */
  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  Class<?> type() {
    return type;
  }

  List<Part> parts() {
    return parts;
  }

  List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  /** Refuses a class whose records cannot be made from here. */
  void checkCreatable() {
    open(constructor);
  }

  /** Makes a record; what its constructor throws is thrown on, as it is by generated code. */
  Object create(@Nullable Object[] values) {
    open(constructor);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (ReflectiveOperationException e) {
      throw closed(e);
    }
  }

  /** Returns the components of a record by their names, in their order. */
  Map<String, @Nullable Object> values(Record record) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Part part : parts) {
      values.put(part.name(), value(part, record));
    }
    return values;
  }

  private @Nullable Object value(Part part, Record record) {
    open(part.accessor());
    try {
      return part.accessor().invoke(record);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (ReflectiveOperationException e) {
      throw closed(e);
    }
  }

  private void open(AccessibleObject member) {
    if (!member.trySetAccessible()) {
      throw closed(null);
    }
  }

  private static RuntimeException thrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new UndeclaredThrowableException(cause);
  }

  private IllegalArgumentException closed(@Nullable Exception e) {
    List<String> ways = new ArrayList<>();
    if (type.getModule().isNamed()) {
      ways.add("write `opens " + type.getPackageName()
          + " to dev.litmus.runtime` in the module-info of `" + type.getModule().getName() + "`");
    }
    ways.add("give a RowReader, or a Map of parameters, instead");
    return new IllegalArgumentException(
        "Litmus may not use the record `" + type.getName() + "` by reflection: "
            + String.join(", or ", ways),
        e);
  }
}

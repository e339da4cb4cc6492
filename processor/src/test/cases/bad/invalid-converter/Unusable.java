package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;

/** Classes of which nobody could hand over an object either, or that generated code cannot name. */
public class Unusable {

  @Converter
  // expect converter/invalid-converter
  public abstract static class Abstract implements ColumnConverter<Object, String> {}

  @Converter
  // expect converter/invalid-converter
  public static class Generic<T> implements ColumnConverter<T, String> {

    public Generic(T value) {}

    @Override
    public String toColumn(T value) {
      return value.toString();
    }

    @Override
    public T fromColumn(String stored) {
      return null;
    }
  }

  @Converter
  // expect converter/invalid-converter
  public class Inner implements ColumnConverter<StringBuilder, String> {

    public Inner(int size) {}

    @Override
    public String toColumn(StringBuilder value) {
      return value.toString();
    }

    @Override
    public StringBuilder fromColumn(String stored) {
      return new StringBuilder(stored);
    }
  }

  @Converter
  // expect converter/invalid-converter
  record Hidden(String key) implements ColumnConverter<StringBuffer, String> {

    @Override
    public String toColumn(StringBuffer value) {
      return key + value;
    }

    @Override
    public StringBuffer fromColumn(String stored) {
      return new StringBuffer(stored);
    }
  }

  @Converter
  // expect converter/invalid-converter
  public enum Single implements ColumnConverter<CharSequence, String> {
    ONE;

    @Override
    public String toColumn(CharSequence value) {
      return value.toString();
    }

    @Override
    public CharSequence fromColumn(String stored) {
      return stored;
    }
  }
}

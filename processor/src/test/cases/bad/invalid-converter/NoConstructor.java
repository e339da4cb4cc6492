package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;

@Converter
// expect converter/invalid-converter
public final class NoConstructor implements ColumnConverter<StringBuilder, String> {

  public NoConstructor(int size) {}

  @Override
  public String toColumn(StringBuilder value) {
    return value.toString();
  }

  @Override
  public StringBuilder fromColumn(String stored) {
    return new StringBuilder(stored);
  }
}

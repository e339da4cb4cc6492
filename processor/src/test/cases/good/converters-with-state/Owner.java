package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;
import java.util.Locale;

public record Owner(String name) {

  /** Generated code makes one: its constructor has no parameters. */
  @Converter
  public static final class Column implements ColumnConverter<Owner, String> {

    public Column() throws IllegalStateException {}

    @Override
    public String toColumn(Owner owner) {
      return owner.name().toUpperCase(Locale.ROOT);
    }

    @Override
    public Owner fromColumn(String stored) {
      return new Owner(stored.toLowerCase(Locale.ROOT));
    }
  }
}

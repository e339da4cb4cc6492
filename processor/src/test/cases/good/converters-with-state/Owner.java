package app;

import java.util.Locale;

public record Owner(String name) {

  /** Generated code makes one: its constructor has no parameters. */
  @dev.litmus.annotations.Converter
  public static final class Column implements dev.litmus.runtime.ColumnConverter<Owner, String> {

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

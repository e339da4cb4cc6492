package dev.litmus.runtime;

import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Binds values whose types are known only at run time: as generated code binds each type. */
final class SqlValues {

  private SqlValues() {}

  /** Binds a value; its type is one that a column can be read as, or it is a collection of such. */
  static void bind(PreparedStatement statement, int position, String name, @Nullable Object value)
      throws SQLException {
    if (value instanceof Collection<?> collection) {
      statement.setString(position, JsonArrays.of(name, collection));
      return;
    }
    try {
      statement.setObject(position, stored(value));
    } catch (SQLDataException e) {
      throw RefusedValueException.at("`" + name + "`: ", e);
    }
  }

  private static @Nullable Object stored(@Nullable Object value) throws SQLException {
    if (value instanceof Optional<?> optional) {
      return stored(optional.orElse(null));
    }
    if (value instanceof OptionalInt optional) {
      return NumberValues.of(optional);
    }
    if (value instanceof OptionalLong optional) {
      return NumberValues.of(optional);
    }
    if (value instanceof OptionalDouble optional) {
      return NumberValues.of(optional);
    }
    if (value == null) {
      return null;
    }
    Number number = NumberValues.find(value);
    if (number != null) {
      return number;
    }
    String text = TextValues.find(value);
    return text == null ? value : text;
  }
}

package dev.litmus.runtime;

import dev.litmus.runtime.internal.statement.Texts;
import java.sql.SQLDataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collections as the text of one <a href="https://sqlite.org/json1.html">JSON</a> array, which {@code json_each} takes
 * apart again: a statement with {@code IN (SELECT +value FROM json_each(?))} stays prepared for collections of every
 * size. Each element arrives as exactly the value that it is when it is bound alone.
 */
public final class JsonArrays {

  private static final String HEX = "0123456789abcdef";

  private JsonArrays() {}

  /**
   * Writes a collection, in one iteration over it.
   *
   * @param parameter what error messages call the collection, for example {@code filter.ids}
   * @param values of types that can be bound alone, stored as {@link TextValues} and {@link NumberValues} say; no bytes
   * @return a JSON array with an element for each value, in the order of the iteration
   * @throws SQLDataException when the collection is null, or an element is null, NaN, an instant that cannot be
   *     written without loss, or of another type; the message names the parameter, and the index of the element
   */
  public static String of(String parameter, @Nullable Collection<?> values)
      throws SQLDataException {
    if (values == null) {
      throw isNull(parameter);
    }
    StringBuilder json = new StringBuilder("[");
    int index = 0;
    for (Object value : values) {
      if (index > 0) {
        json.append(',');
      }
      try {
        append(json, value);
      } catch (SQLDataException e) {
        throw RefusedValueException.at("`" + parameter + "`, index " + index + ": ", e);
      }
      index++;
    }
    return json.append(']').toString();
  }

  /**
   * Writes a collection whose elements are stored as a converter says, in one iteration over it.
   *
   * @param parameter what error messages call the collection, for example {@code filter.roles}
   * @param values elements that the converter takes
   * @param converter makes of them what is stored, no bytes
   * @param <J> the type of the elements
   * @return a JSON array with an element for each value, in the order of the iteration
   * @throws SQLDataException when the collection or an element is null, or one cannot be converted or written without
   *     loss; the message names the parameter, and the index of the element
   */
  public static <J> String of(
      String parameter, @Nullable Collection<? extends J> values, ColumnConverter<J, ?> converter)
      throws SQLDataException {
    if (values == null) {
      throw isNull(parameter);
    }
    List<@Nullable Object> stored = new ArrayList<>();
    for (J value : values) {
      try {
        stored.add(Conversions.toColumn(converter, value));
      } catch (SQLDataException e) {
        throw RefusedValueException.at("`" + parameter + "`, index " + stored.size() + ": ", e);
      }
    }
    return of(parameter, stored);
  }

  private static RefusedValueException isNull(String parameter) {
    return new RefusedValueException(
        "the collection `" + parameter + "` is null", "Pass an empty one to compare with nothing");
  }

  private static void append(StringBuilder json, @Nullable Object value) throws SQLDataException {
    if (value == null) {
      throw new RefusedValueException(
          "an element is null, which equals nothing in SQL",
          "Leave it out, and ask for NULL with IS NULL");
    }
    Object stored = stored(value);
    if (stored instanceof String text) {
      appendText(json, text);
    } else if (stored instanceof Double number) {
      appendDouble(json, number);
    } else {
      json.append(stored);
    }
  }

  /** Returns the text or number as which an element is stored when it is bound alone. */
  private static @Nullable Object stored(Object value) throws SQLDataException {
    if (value instanceof Float real) {
      return real.doubleValue();
    }
    if (value instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    if (value instanceof String || value instanceof Double || isInteger(value)) {
      return value;
    }
    Number number = NumberValues.find(value);
    if (number != null) {
      return number;
    }
    String text = TextValues.find(value);
    if (text == null) {
      throw new SQLDataException(
          "an element is a " + value.getClass().getName() + ", which SQLite has no type for");
    }
    return text;
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte;
  }

  /** JSON has no infinity, but a number that no double can hold is read as one. */
  private static void appendDouble(StringBuilder json, double number) throws SQLDataException {
    if (Double.isNaN(number)) {
      throw new RefusedValueException(
          "an element is NaN, which SQLite stores as NULL", "Leave it out");
    }
    if (Double.isInfinite(number)) {
      json.append(number > 0 ? "9e999" : "-9e999");
    } else {
      json.append(number);
    }
  }

  /** Escapes what JSON does not allow inside a string, and nothing else: the driver encodes all other characters. */
  private static void appendText(StringBuilder json, String text) throws SQLDataException {
    if (Texts.unpairedSurrogate(text) >= 0) {
      throw new SQLDataException(
          "an element holds half of a character (an unpaired surrogate), which SQLite would store as `?`");
    }
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      json.append(text, written, i);
      if (c < ' ') {
        json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      } else {
        json.append('\\').append(c);
      }
      written = i + 1;
    }
    json.append(text, written, text.length()).append('"');
  }
}

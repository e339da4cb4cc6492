package dev.litmus.runtime;

import dev.litmus.runtime.search.HighlightedText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one column as a type that is known only at run time: as generated code reads that type. */
interface ColumnReader {

  /** The readers of all types but enums. */
  Map<Class<?>, ColumnReader> ALL = Map.ofEntries(
      Map.entry(byte.class, Columns::requireByte),
      Map.entry(short.class, Columns::requireShort),
      Map.entry(int.class, Columns::requireInt),
      Map.entry(long.class, Columns::requireLong),
      Map.entry(float.class, Columns::requireFloat),
      Map.entry(double.class, Columns::requireDouble),
      Map.entry(boolean.class, Columns::requireBoolean),
      Map.entry(Byte.class, Columns::getByte),
      Map.entry(Short.class, Columns::getShort),
      Map.entry(Integer.class, Columns::getInteger),
      Map.entry(Long.class, Columns::getLong),
      Map.entry(Float.class, Columns::getFloat),
      Map.entry(Double.class, Columns::getDouble),
      Map.entry(Boolean.class, Columns::getBoolean),
      Map.entry(OptionalInt.class, Columns::getOptionalInt),
      Map.entry(OptionalLong.class, Columns::getOptionalLong),
      Map.entry(OptionalDouble.class, Columns::getOptionalDouble),
      Map.entry(String.class, ResultSet::getString),
      Map.entry(byte[].class, ResultSet::getBytes),
      Map.entry(BigInteger.class, Columns::getBigInteger),
      Map.entry(Duration.class, Columns::getDuration),
      Map.entry(BigDecimal.class, TextColumns::getBigDecimal),
      Map.entry(Instant.class, TextColumns::getInstant),
      Map.entry(LocalDate.class, TextColumns::getLocalDate),
      Map.entry(LocalDateTime.class, TextColumns::getLocalDateTime),
      Map.entry(LocalTime.class, TextColumns::getLocalTime),
      Map.entry(UUID.class, TextColumns::getUuid),
      Map.entry(URI.class, TextColumns::getUri),
      Map.entry(Path.class, TextColumns::getPath),
      Map.entry(
          HighlightedText.class, (row, column) -> HighlightedText.parse(row.getString(column))));

  /**
   * Reads a column.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value; null for NULL, unless the type has no place for it
   */
  @Nullable
  Object read(ResultSet row, int column) throws SQLException;

  /** Returns the reader of a type, or null when no column can become one. */
  static @Nullable ColumnReader find(Class<?> type) {
    return type.isEnum() ? ofEnum(type.asSubclass(Enum.class)) : ALL.get(type);
  }

  /** The bound of {@code Enum} cannot be said of a class that is known only at run time. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static ColumnReader ofEnum(Class<? extends Enum> type) {
    return (row, column) -> TextColumns.getEnum(row, column, type);
  }
}

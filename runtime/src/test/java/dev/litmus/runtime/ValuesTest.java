package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every type go into a real column and come back as they were, or are refused. */
class ValuesTest {

  private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  /** What generated code does with a value, both ways. */
  record Way(Object value, String stored, RowReader<?> reader, Bound bound) {
    interface Bound {
      Object of() throws SQLException;
    }

    @Override
    public String toString() {
      return value.getClass().getSimpleName() + " " + value;
    }
  }

  private static Way text(Object value, String stored, RowReader<?> reader, Way.Bound bound) {
    return new Way(value, stored, reader, bound);
  }

  static List<Way> ways() {
    LocalDate date = LocalDate.of(2026, 1, 2);
    LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000_000);
    Instant instant = Instant.parse("2026-01-02T03:04:05.006Z");
    BigDecimal decimal = new BigDecimal("12345678901234567890.10");
    BigInteger integer = BigInteger.valueOf(Long.MIN_VALUE);
    Duration duration = Duration.ofMillis(-1_500);
    URI uri = URI.create("https://example.com/a?b=c#d");
    Path path = Path.of("a", "b c.txt");
    List<Way> ways = new ArrayList<>();
    ways.add(text(
        instant,
        "2026-01-02T03:04:05.006Z",
        row -> TextColumns.getInstant(row, 1),
        () -> TextValues.of(instant)));
    ways.add(text(
        date, "2026-01-02", row -> TextColumns.getLocalDate(row, 1), () -> TextValues.of(date)));
    ways.add(text(
        time,
        "2026-01-02T03:04:05.006",
        row -> TextColumns.getLocalDateTime(row, 1),
        () -> TextValues.of(time)));
    ways.add(text(
        time.toLocalTime(),
        "03:04:05.006",
        row -> TextColumns.getLocalTime(row, 1),
        () -> TextValues.of(time.toLocalTime())));
    ways.add(text(
        decimal,
        "12345678901234567890.10",
        row -> TextColumns.getBigDecimal(row, 1),
        () -> TextValues.of(decimal)));
    ways.add(text(ID, ID.toString(), row -> TextColumns.getUuid(row, 1), () -> TextValues.of(ID)));
    ways.add(
        text(uri, uri.toString(), row -> TextColumns.getUri(row, 1), () -> TextValues.of(uri)));
    ways.add(
        text(path, path.toString(), row -> TextColumns.getPath(row, 1), () -> TextValues.of(path)));
    ways.add(text(
        TimeUnit.DAYS,
        "DAYS",
        row -> TextColumns.getEnum(row, 1, TimeUnit.class),
        () -> TextValues.of(TimeUnit.DAYS)));
    ways.add(text(
        duration, "-1500", row -> Columns.getDuration(row, 1), () -> NumberValues.of(duration)));
    ways.add(text(
        integer,
        "-9223372036854775808",
        row -> Columns.getBigInteger(row, 1),
        () -> NumberValues.of(integer)));
    ways.add(text((byte) -128, "-128", row -> Columns.requireByte(row, 1), () -> (byte) -128));
    ways.add(text((short) 32767, "32767", row -> Columns.getShort(row, 1), () -> (short) 32767));
    ways.add(text(0.5f, "0.5", row -> Columns.requireFloat(row, 1), () -> 0.5f));
    ways.add(text(
        OptionalInt.of(0),
        "0",
        row -> Columns.getOptionalInt(row, 1),
        () -> NumberValues.of(OptionalInt.of(0))));
    ways.add(text(
        OptionalLong.of(7),
        "7",
        row -> Columns.getOptionalLong(row, 1),
        () -> NumberValues.of(OptionalLong.of(7))));
    ways.add(text(
        OptionalDouble.of(0.5),
        "0.5",
        row -> Columns.getOptionalDouble(row, 1),
        () -> NumberValues.of(OptionalDouble.of(0.5))));
    return ways;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void valuesComeBackAsTheyWere(Way way) throws Exception {
    assertThat(ask("SELECT ?", way.reader(), way.bound().of())).isEqualTo(way.value());
    assertThat(
            ask("SELECT CAST(? AS TEXT)", row -> row.getString(1), way.bound().of()))
        .isEqualTo(way.stored());
  }

  /** As an element of a collection it is the same value as alone. */
  @ParameterizedTest
  @MethodSource("ways")
  void collectionsHoldThemAlike(Way way) throws Exception {
    if (way.toString().startsWith("Optional")) {
      return;
    }
    String json = JsonArrays.of("x", List.of(way.value()));
    assertThat(ask(
            "SELECT ?1 IN (SELECT +value FROM json_each(?2))",
            row -> row.getInt(1),
            way.bound().of(),
            json))
        .isEqualTo(1);
  }

  @Test
  void nullIsNullBothWays() throws Exception {
    List<RowReader<?>> readers = List.of(
        row -> TextColumns.getLocalDate(row, 1),
        row -> TextColumns.getLocalDateTime(row, 1),
        row -> TextColumns.getLocalTime(row, 1),
        row -> TextColumns.getBigDecimal(row, 1),
        row -> TextColumns.getUuid(row, 1),
        row -> TextColumns.getUri(row, 1),
        row -> TextColumns.getPath(row, 1),
        row -> TextColumns.getEnum(row, 1, TimeUnit.class),
        row -> Columns.getDuration(row, 1),
        row -> Columns.getBigInteger(row, 1),
        row -> Columns.getByte(row, 1),
        row -> Columns.getShort(row, 1),
        row -> Columns.getFloat(row, 1));
    for (RowReader<?> reader : readers) {
      assertThat(ask("SELECT NULL", reader)).isNull();
    }
    assertThat(ask("SELECT NULL", row -> Columns.getOptionalInt(row, 1)))
        .isEqualTo(OptionalInt.empty());
    assertThat(NumberValues.of(OptionalLong.empty())).isNull();
    assertThat(NumberValues.of((Duration) null)).isNull();
    assertThat(TextValues.of((UUID) null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "byte          | 128                    | is 128, outside -128 to 127",
        "short         | -32769                 | is -32769, outside -32768 to 32767",
        "float         | 1e39                   | does not fit a float",
        "byte          | NULL                   | is NULL",
        "date          | '2026-02-30'           | is no date",
        "date          | '2026-1-2'             | is no date",
        "datetime      | '2026-01-02T03:04:05Z' | is no timestamp",
        "time          | '24:00:00'             | is no time",
        "decimal       | 'abc'                  | is no decimal number",
        "uuid          | '1-1-1-1-1'            | is no UUID",
        "uuid          | x'00'                  | is no UUID",
        "uri           | 'a b'                  | is no URI",
        "enum          | 'days'                 | is no constant of TimeUnit: [NANOSECONDS",
        "duration      | 'abc'                  | is text and not an integer",
        "double        | 9007199254740993       | which no double is equal to",
        "double        | 9223372036854775807    | which no double is equal to",
      })
  void whatIsNotExactlyTheValueIsRefused(String type, String sql, String fact) {
    RowReader<?> reader = switch (type) {
      case "byte" -> row -> Columns.requireByte(row, 1);
      case "short" -> row -> Columns.requireShort(row, 1);
      case "float" -> row -> Columns.requireFloat(row, 1);
      case "double" -> row -> Columns.requireDouble(row, 1);
      case "date" -> row -> TextColumns.getLocalDate(row, 1);
      case "datetime" -> row -> TextColumns.getLocalDateTime(row, 1);
      case "time" -> row -> TextColumns.getLocalTime(row, 1);
      case "decimal" -> row -> TextColumns.getBigDecimal(row, 1);
      case "uuid" -> row -> TextColumns.getUuid(row, 1);
      case "uri" -> row -> TextColumns.getUri(row, 1);
      case "enum" -> row -> TextColumns.getEnum(row, 1, TimeUnit.class);
      default -> row -> Columns.getDuration(row, 1);
    };
    assertThatThrownBy(() -> ask("SELECT " + sql + " AS v", reader))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `v` ")
        .hasMessageContaining(fact);
  }

  @Test
  void whatWouldNotComeBackIsNotStored() {
    assertThatThrownBy(() -> TextValues.of(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(SQLDataException.class)
        .hasMessage("a date is outside the years 0000 to 9999");
    assertThatThrownBy(() -> TextValues.of(LocalTime.of(1, 1, 1, 1)))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("finer than a millisecond");
    assertThatThrownBy(() -> NumberValues.of(Duration.ofNanos(1_000_001)))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("finer than a millisecond");
    assertThatThrownBy(() -> NumberValues.of(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("too long");
    assertThatThrownBy(() -> NumberValues.of(BigInteger.ONE.shiftLeft(63)))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("does not fit 64 bits");
  }

  @Test
  void numbersCanBecomeDecimals() throws Exception {
    assertThat(ask("SELECT 0.1", row -> TextColumns.getBigDecimal(row, 1)))
        .isEqualTo(new BigDecimal("0.1"));
    assertThat(ask("SELECT 12", row -> TextColumns.getBigDecimal(row, 1)))
        .isEqualTo(new BigDecimal("12"));
  }

  /** Orders by severity, stored by a code of their own. */
  enum Level {
    LOW("l"),
    HIGH("h");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  @Test
  void convertersAreCalledForWhatIsThere() throws Exception {
    EnumCodes<Level, String> codes = EnumCodes.of(Level.class, Level::code);
    assertThat(Conversions.toColumn(codes, Level.HIGH)).isEqualTo("h");
    assertThat(Conversions.toColumn(codes, null)).isNull();
    RowReader<Level> reader = row -> Conversions.fromColumn(codes, row.getString(1), row, 1);
    assertThat(ask("SELECT 'l'", reader)).isEqualTo(Level.LOW);
    assertThat(ask("SELECT NULL", reader)).isNull();
    assertThatThrownBy(() -> ask("SELECT 'secret' AS level", reader))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `level` cannot be converted")
        .hasMessageNotContaining("secret")
        .hasRootCauseMessage("it is the code of no constant of Level: [l, h]");
    assertThat(JsonArrays.of("x", List.of(Level.HIGH, Level.LOW), codes))
        .isEqualTo("[\"h\",\"l\"]");
    assertThatThrownBy(() -> JsonArrays.of("x", Arrays.asList(Level.HIGH, null), codes))
        .hasMessageStartingWith("`x`, index 1: an element is null");
    assertThatThrownBy(() -> EnumCodes.of(Level.class, level -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("LOW and HIGH have the same code");
  }

  @Test
  void uuidsCanBeBytes() throws Exception {
    UuidBytes bytes = new UuidBytes();
    byte[] stored = bytes.toColumn(ID);
    assertThat(stored).hasSize(16);
    assertThat(bytes.fromColumn(stored)).isEqualTo(ID);
    assertThat(ask("SELECT ?", row -> TextColumns.getUuid(row, 1), (Object) stored))
        .isEqualTo(ID);
    assertThatThrownBy(() -> bytes.fromColumn(new byte[3])).hasMessageContaining("and not 3");
  }

  private Object ask(String query, RowReader<?> reader, Object... values) throws Exception {
    SqlStatement constant = sql(query);
    try (PreparedStatement statement = chat.read(constant)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      ResultSet row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      return reader.read(row);
    } catch (SQLException e) {
      throw chat.failure(constant, e);
    }
  }
}

package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.ValueException;
import dev.litmus.runtime.search.HighlightedText;
import dev.litmus.runtime.search.SearchQuery;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Rows of a real database become values and records, or the call says why not. */
class SqlRowsTest {

  record Flat(String id, int chatId, Optional<String> note, OptionalInt rank) {}

  record Chat(String title, int unread) {}

  record Message(long id, Chat chat, Optional<Chat> pinned) {}

  record Deep(Message message, String text) {}

  record Node(int id, Node parent) {}

  record Twins(int ab, int a_b) {}

  record Strict(int percent) {
    Strict {
      if (percent > 100) {
        throw new IllegalStateException("more than all");
      }
    }
  }

  record Listing(List<String> names) {}

  record Box<T>(T value) {}

  @TempDir
  Path directory;

  private Databases databases;
  private Sql sql;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    sql = databases.get("chat").sql();
  }

  @AfterEach
  void close() {
    databases.close();
  }

  static List<Object> values() {
    LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000_000);
    return List.of(
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        0.5f,
        -1.5e300,
        true,
        "it's \uD83D\uDE00 :x ?",
        new BigInteger("-9223372036854775808"),
        Duration.ofMillis(-1_500),
        new BigDecimal("12345678901234567890.10"),
        Instant.parse("2026-01-02T03:04:05.006Z"),
        time.toLocalDate(),
        time,
        time.toLocalTime(),
        UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        URI.create("https://example.com/a?b=c#d"),
        Path.of("a", "b c.txt"),
        TimeUnit.DAYS,
        OptionalInt.of(5),
        OptionalLong.of(7),
        OptionalDouble.of(0.25));
  }

  /** The class to ask for; a constant of an enum with a body, and a path, are of other classes. */
  private static Class<?> type(Object value) {
    return value instanceof Path ? Path.class : value.getClass();
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyTypeGoesInAndComesBack(Object value) {
    sql.execute("INSERT INTO anything (v) VALUES (:v)", Map.of("v", value));
    assertThat(sql.selectOne("SELECT v FROM anything", type(value)).orElseThrow())
        .isEqualTo(value);
    assertThat(sql.selectOne(
            "SELECT count(*) FROM anything WHERE v = :v", int.class, Map.of("v", value)))
        .hasValue(1);
  }

  @Test
  void bytesGoInAndComeBack() {
    byte[] bytes = {0, 1, -1};
    sql.execute("INSERT INTO anything (v) VALUES (:v)", Map.of("v", bytes));
    assertThat(sql.selectOne("SELECT v FROM anything", byte[].class).orElseThrow())
        .isEqualTo(bytes);
  }

  @Test
  void searchesGoInAndFoundTextsComeBack() {
    sql.raw(
        "CREATE VIRTUAL TABLE texts USING fts5(t); INSERT INTO texts VALUES ('it''s <b>C++</b>')");
    assertThat(sql.selectOne(
            "SELECT highlight(texts, 0, char(0xFDD0), char(0xFDD1)) FROM texts WHERE texts MATCH :q",
            HighlightedText.class,
            Map.of("q", SearchQuery.words("C++ it's"))))
        .hasValueSatisfying(found -> assertThat(found.html())
            .isEqualTo("<mark>it&#39;s</mark> &lt;b&gt;<mark>C</mark>++&lt;/b&gt;"));
  }

  @Test
  void everyTypeThatIsReadIsTested() {
    List<Class<?>> tested = new ArrayList<>(values().stream().map(v -> type(v)).toList());
    tested.add(byte[].class);
    tested.add(HighlightedText.class);
    assertThat(ColumnReader.ALL.keySet())
        .filteredOn(type -> !type.isPrimitive())
        .allSatisfy(type -> assertThat(tested).contains(type));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      NULL         | int     | column `x` is NULL, where the result has no place for it
      2147483648   | int     | column `x` is 2147483648, which does not fit an int
      '''secret''' | long    | column `x` is text and not an integer
      300          | byte    | column `x` is 300, outside -128 to 127
      2            | boolean | column `x` is 2 and not a boolean, 0 or 1
      """)
  void valuesThatAreNotOfTheTypeAreRefused(String value, String type, String words) {
    Class<?> wanted = ColumnReader.ALL.keySet().stream()
        .filter(c -> c.getName().equals(type))
        .findFirst()
        .orElseThrow();
    assertThatThrownBy(() -> sql.selectOne("SELECT " + value + " AS x", wanted))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("secret");
  }

  @Test
  void enumsAreReadByName() {
    assertThatThrownBy(() -> sql.selectOne("SELECT 'secret' AS unit", TimeUnit.class))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `unit` is no constant of TimeUnit: [NANOSECONDS,")
        .hasMessageNotContaining("secret");
  }

  @Test
  void columnsAndComponentsAgreeByName() {
    assertThat(sql.selectMany(
            "SELECT 4 AS RANK, 'a' AS id, 7 AS chat_id, NULL AS note"
                + " UNION ALL SELECT NULL, 'b', 8, 'n'",
            Flat.class))
        .containsExactly(
            new Flat("a", 7, Optional.empty(), OptionalInt.of(4)),
            new Flat("b", 8, Optional.of("n"), OptionalInt.empty()));
  }

  @Test
  void disagreementsNameBothSides() {
    assertThatThrownBy(() ->
            sql.selectOne("SELECT 'a' AS id, 'b' AS ID, 7 AS chat_idx, 1 AS rank", Flat.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining(
            "the columns do not fit `Flat`: 2 columns for the component `id`; no column for the component"
                + " `chatId`; no column for the component `note`; no component for the column `chat_idx`."
                + " Name each column after a component with AS; columns: id, ID, chat_idx, rank;"
                + " components: id, chatId, note, rank");
  }

  @Test
  void recordsInRecordsAreReadByDottedNames() {
    String columns = "SELECT 1 AS id, %s AS \"chat.title\", %s AS \"Chat.UN_READ\","
        + " %s AS \"pinned.title\", %s AS \"pinned.unread\"";
    assertThat(sql.selectOne(columns.formatted("'t'", 2, "NULL", "NULL"), Message.class))
        .hasValue(new Message(1, new Chat("t", 2), Optional.empty()));
    assertThat(sql.selectOne(columns.formatted("NULL", "NULL", "'p'", 3), Message.class))
        .hasValue(new Message(1, null, Optional.of(new Chat("p", 3))));
    assertThatThrownBy(() ->
            sql.selectOne(columns.formatted("'secret'", "NULL", "NULL", "NULL"), Message.class))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("`Chat.unread`: column `Chat.UN_READ` is NULL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void recordsAreNestedToAnyDepth() {
    assertThat(sql.selectOne(
            "SELECT 'x' AS text, 1 AS \"message.id\", 't' AS \"message.chat.title\","
                + " 2 AS \"message.chat.unread\", NULL AS \"message.pinned.title\","
                + " NULL AS \"message.pinned.unread\"",
            Deep.class))
        .hasValue(new Deep(new Message(1, new Chat("t", 2), Optional.empty()), "x"));
    assertThatThrownBy(
            () -> sql.selectOne("SELECT 1 AS id, 2 AS chat, 3 AS \"id.x\"", Message.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining(
            "no column for the component `chat`, which is a record of [title, unread]:"
                + " begin their names with `\"chat.`")
        .hasMessageContaining("no component for the column `chat`")
        .hasMessageContaining("no component for the column `id.x`");
  }

  @Test
  void aRecordThatHoldsItselfNeedsColumnsForEach() {
    assertThatThrownBy(() -> sql.selectOne("SELECT 1 AS id, 2 AS \"parent.id\"", Node.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("no column for the component `parent.parent`");
  }

  @Test
  void nullForAPrimitiveNamesColumnAndComponent() {
    assertThatThrownBy(() -> sql.selectOne("SELECT NULL AS un_read, 't' AS title", Chat.class))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("`Chat.unread`: column `un_read` is NULL");
  }

  @Test
  void whatAConstructorThrowsIsThrown() {
    assertThatThrownBy(() -> sql.selectOne("SELECT 101 AS percent", Strict.class))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("more than all");
  }

  @Test
  void typesThatNoRowCanBecomeAreRefusedBeforeAnythingRuns() {
    String insert = "INSERT INTO counters VALUES (1) RETURNING n";
    for (Class<?> type : List.of(Object.class, Map.class, char.class, int[].class, Path[].class)) {
      assertThatThrownBy(() -> sql.selectMany(insert, type))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a row cannot become `" + type.getTypeName() + "`");
    }
    assertThatThrownBy(() -> sql.selectMany("SELECT 1 AS names", Listing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column can become `java.util.List`, the type of `names`");
    assertThatThrownBy(() -> sql.selectMany("SELECT 1 AS value", Box.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sql.selectMany("SELECT 1 AS ab", Twins.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column can tell `ab` and `a_b`");
    assertThat(sql.selectMany("SELECT n FROM counters", int.class)).isEmpty();
  }

  @Test
  void scalarsHaveOneColumn() {
    assertThatThrownBy(() -> sql.selectOne("SELECT 1 AS a, 2 AS b", LocalDate.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("2 columns for one `LocalDate`: a, b. Select one column");
    assertThat(sql.selectOne("SELECT '03:04:05'", LocalTime.class)).hasValue(LocalTime.of(3, 4, 5));
  }
}

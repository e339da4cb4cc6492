package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArraysTest {

  private static final String ELEMENTS =
      "SELECT typeof(value) || ' ' || hex(CAST(value AS BLOB)) FROM json_each(?) ORDER BY key";
  private static final String ALONE = "SELECT typeof(?1) || ' ' || hex(CAST(?1 AS BLOB))";

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

  @Test
  void everyElementArrivesAsItDoesAlone() throws SQLException {
    List<Object> values = new ArrayList<>(List.of(
        0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, true, false));
    values.addAll(List.of("", "\0", "a\0b", "\"", "\\", "\\u0041", "/", "'", "null", "[1]", "Ünï"));
    values.addAll(List.of("\ud83e\uddea", "\uFFFF", "\uFEFF"));
    IntStream.range(0, 0x100).forEach(c -> values.add("<" + (char) c + ">"));

    assertArriveAsAlone(values);
  }

  /** Alone too, see {@link StatementTest}: SQLite would store a question mark. */
  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00\ud800", "x\udbff", "\uddeab", "\ud83e\uddea\ud83e"})
  void halfACharacterIsRefused(String text) {
    assertThatThrownBy(() -> JsonArrays.of("texts", List.of("whole", text)))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("`texts`, index 1")
        .hasMessageContaining("half of a character");
  }

  @Test
  void randomTextsArriveAsTheyDoAlone() throws SQLException {
    Random random = new Random(4);
    List<Object> texts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      char[] text = new char[random.nextInt(8)];
      for (int at = 0; at < text.length; at++) {
        text[at] = (char) random.nextInt(random.nextBoolean() ? 0x80 : Character.MIN_SURROGATE);
      }
      texts.add(new String(text));
    }
    assertArriveAsAlone(texts);
  }

  /** Through bits: as text, several doubles look alike. */
  @Test
  void doublesArriveToTheLastBit() throws SQLException {
    Random random = new Random(5);
    List<Double> doubles = new ArrayList<>(List.of(
        0.0,
        -0.0,
        0.1,
        1e15,
        0x1p53,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY));
    random.longs(50_000).mapToObj(Double::longBitsToDouble).forEach(doubles::add);
    random
        .longs(10_000)
        .mapToObj(bits -> Double.longBitsToDouble(bits & 0x800f_ffff_ffff_ffffL))
        .forEach(doubles::add);
    doubles.removeIf(number -> number.isNaN());

    List<Object> arrived = TestDatabases.read(
        chat, "SELECT value FROM json_each(?) ORDER BY key", JsonArrays.of("x", doubles));

    assertThat(arrived.stream()
            .map(value -> Double.doubleToRawLongBits((Double) value))
            .toList())
        .isEqualTo(doubles.stream().map(Double::doubleToRawLongBits).toList());
  }

  @Test
  void instantsAreWrittenAsTimestamps() throws SQLException {
    Instant noon = Instant.parse("2026-02-03T12:00:00.250Z");

    assertThat(JsonArrays.of("since", List.of(noon)))
        .isEqualTo("[\"" + Timestamps.format(noon) + "\"]");
  }

  @Test
  void aCollectionIsIteratedOnceAndNotAskedForItsSize() throws SQLException {
    List<String> calls = new ArrayList<>();
    Collection<Integer> live = new AbstractCollection<>() {
      @Override
      public Iterator<Integer> iterator() {
        calls.add("iterator");
        return List.of(1, 2).iterator();
      }

      @Override
      public int size() {
        calls.add("size");
        return 99;
      }
    };
    assertThat(JsonArrays.of("live", live)).isEqualTo("[1,2]");
    assertThat(calls).containsExactly("iterator");
  }

  @Test
  void refusalsNameTheParameterTheIndexAndTheCure() {
    assertThat(refusal("ids", null))
        .hasMessage("database `chat`, Test.run: the collection `ids` is null. Pass an empty one to "
            + "compare with nothing");
    assertThat(refusal("ids", Arrays.asList("a", null)))
        .hasMessage("database `chat`, Test.run: `ids`, index 1: an element is null, which equals "
            + "nothing in SQL. Leave it out, and ask for NULL with IS NULL");
    assertThat(refusal("filter.scores", List.of(1.5, 2.5, Double.NaN)))
        .hasMessage("database `chat`, Test.run: `filter.scores`, index 2: an element is NaN, which "
            + "SQLite stores as NULL. Leave it out");
    assertThat(refusal("since", List.of(Instant.EPOCH, Instant.EPOCH.plusNanos(1))))
        .hasMessageStartingWith(
            "database `chat`, Test.run: `since`, index 1: an instant is finer ");
    assertThat(refusal("since", List.of(Instant.MAX)))
        .hasMessageContaining("`since`, index 0: an instant is outside the years 0000 to 9999. ");
    assertThat(refusal("ids", List.of(new StringBuilder())))
        .hasMessageContaining(
            "`ids`, index 0: an element is a java.lang.StringBuilder, which SQLite has no");
  }

  private ValueException refusal(String parameter, @Nullable Collection<?> values) {
    SqlStatement constant = TestDatabases.sql("SELECT value FROM json_each(?)");
    Throwable[] thrown = new Throwable[1];
    assertThatThrownBy(() -> {
          try (PreparedStatement statement = chat.read(constant)) {
            statement.setString(1, JsonArrays.of(parameter, values));
          } catch (SQLException e) {
            throw chat.failure(constant, e);
          }
        })
        .isInstanceOf(ValueException.class)
        .satisfies(e -> thrown[0] = e);
    return (ValueException) thrown[0];
  }

  private void assertArriveAsAlone(List<Object> values) throws SQLException {
    List<Object> arrived = TestDatabases.read(chat, ELEMENTS, JsonArrays.of("values", values));
    List<Object> alone = new ArrayList<>();
    values.forEach(value -> alone.addAll(TestDatabases.read(chat, ALONE, value)));

    assertThat(arrived).isEqualTo(alone);
  }
}

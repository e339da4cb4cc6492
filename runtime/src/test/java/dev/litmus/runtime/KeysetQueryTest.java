package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.CursorException;
import dev.litmus.runtime.error.ErrorCode;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by key, the way generated code reads them, over values of every storage class. */
class KeysetQueryTest {

  private static final String BEHIND =
      "(v > ?2 OR (?2 IS NULL AND v IS NOT NULL) OR (v IS ?2 AND rowid > ?3))";
  private static final String BEFORE =
      "(v < ?2 OR (?2 IS NOT NULL AND v IS NULL) OR (v IS ?2 AND rowid < ?3))";
  private static final String SELECT = "SELECT rowid, v, rowid FROM anything WHERE rowid > ?1 ";
  private static final String FORWARDS = "ORDER BY v, rowid LIMIT ";
  private static final String BACKWARDS = "ORDER BY v DESC, rowid DESC LIMIT ";

  private static final KeysetQuery QUERY = KeysetQuery.of(
      "Anything.scroll",
      2,
      SELECT + FORWARDS + "?2",
      SELECT + BACKWARDS + "?2",
      SELECT + "AND " + BEHIND + FORWARDS + "?4",
      SELECT + "AND " + BEFORE + BACKWARDS + "?4");
  private static final KeysetQuery OTHER = KeysetQuery.of("Other.scroll", 2, "a", "b", "c", "d");

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

  private void fill() {
    for (Object value : new Object[] {
      "b",
      null,
      9007199254740993L,
      9007199254740992.0,
      Double.POSITIVE_INFINITY,
      -5,
      "",
      "a\0b",
      new byte[] {0, 1},
      "b",
      null,
      "😀",
      new byte[0],
      Double.NEGATIVE_INFINITY,
      Long.MIN_VALUE,
      "5",
      5
    }) {
      write(chat, "INSERT INTO anything (v) VALUES (?)", value);
    }
  }

  private KeysetPage<Long> page(KeysetRequest request) {
    KeysetQuery.Step step = QUERY.at(chat, request);
    try (PreparedStatement statement = chat.read(step.statement())) {
      statement.setLong(1, 0);
      step.bind(statement, 2);
      ResultSet row = statement.executeQuery();
      List<Long> items = new ArrayList<>();
      while (step.next(row, 2)) {
        items.add(Columns.requireLong(row, 1));
      }
      return step.page(items);
    } catch (SQLException e) {
      throw chat.failure(step.statement(), e);
    }
  }

  private List<Long> all() {
    List<Long> all = new ArrayList<>();
    TestDatabases.read(chat, "SELECT rowid FROM anything ORDER BY v, rowid")
        .forEach(id -> all.add(((Number) id).longValue()));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 18, Integer.MAX_VALUE})
  void aWalkSeesAllRowsInOrder(int limit) {
    fill();
    List<Long> forwards = new ArrayList<>();
    KeysetPage<Long> page = page(KeysetRequest.first(limit));
    forwards.addAll(page.items());
    while (page.hasMore()) {
      page = page(page.next());
      forwards.addAll(page.items());
    }
    assertThat(forwards).isEqualTo(all()).hasSize(17);

    List<Long> backwards = new ArrayList<>();
    page = page(KeysetRequest.last(limit));
    backwards.addAll(0, page.items());
    while (page.hasMore()) {
      page = page(page.previous());
      backwards.addAll(0, page.items());
    }
    assertThat(backwards).isEqualTo(all());
  }

  @Test
  void thereAndBackAgain() {
    fill();
    List<Long> all = all();
    KeysetPage<Long> first = page(KeysetRequest.first(5));
    KeysetPage<Long> second = page(first.next());
    assertThat(second.items()).isEqualTo(all.subList(5, 10));
    assertThat(page(second.previous()).items()).isEqualTo(first.items());
    KeysetPage<Long> last = page(KeysetRequest.last(5));
    assertThat(last.items()).isEqualTo(all.subList(12, 17));
    assertThat(page(last.previous()).items()).isEqualTo(all.subList(7, 12));
    assertThat(page(KeysetRequest.after(second.lastCursor().orElseThrow(), 3)).items())
        .isEqualTo(all.subList(10, 13));
    assertThat(page(KeysetRequest.before(second.firstCursor().orElseThrow(), 2)).items())
        .isEqualTo(all.subList(3, 5));
  }

  @Test
  void moreIsMeantInTheDirectionThatWasAsked() {
    fill();
    assertThat(page(KeysetRequest.first(16)).hasMore()).isTrue();
    assertThat(page(KeysetRequest.first(17)).hasMore()).isFalse();
    assertThat(page(KeysetRequest.last(16)).hasMore()).isTrue();
    assertThat(page(KeysetRequest.last(17)).hasMore()).isFalse();
  }

  @Test
  void behindTheEndItIsAskedAgain() {
    KeysetPage<Long> nothing = page(KeysetRequest.first(2));
    assertThat(nothing.items()).isEmpty();
    assertThat(nothing.firstCursor()).isEmpty();
    assertThat(nothing.lastCursor()).isEmpty();
    insert("b", 1);
    KeysetPage<Long> one = page(nothing.next());
    assertThat(one.items()).containsExactly(1L);
    KeysetPage<Long> end = page(one.next());
    assertThat(end.items()).isEmpty();
    assertThat(page(end.next()).items()).isEmpty();
    insert("c", 2);
    insert("a", 3);
    assertThat(page(end.next()).items()).containsExactly(2L);
    assertThat(page(one.next()).items()).containsExactly(2L);
    assertThat(page(end.previous()).items()).containsExactly(1L, 2L);
    assertThat(page(one.previous()).items()).containsExactly(3L);
  }

  @Test
  void beforeTheStartItIsAskedAgain() {
    insert("b", 1);
    KeysetPage<Long> one = page(KeysetRequest.last(2));
    KeysetPage<Long> start = page(one.previous());
    assertThat(start.items()).isEmpty();
    insert("a", 2);
    assertThat(page(start.previous()).items()).containsExactly(2L);
    assertThat(page(start.next()).items()).containsExactly(2L, 1L);
  }

  private void insert(String value, long id) {
    write(chat, "INSERT INTO anything (v, rowid) VALUES (?, ?)", value, id);
  }

  /** Rows go and arrive everywhere, the cursor's own row among them. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsThatAreThereAllTheTimeAreSeenOnce(boolean backwards) {
    for (int seed = 0; seed < 20; seed++) {
      write(chat, "DELETE FROM anything");
      Random random = new Random(seed);
      for (int id = 2; id <= 80; id += 2) {
        insert(word(random), id);
      }
      List<Long> seen = new ArrayList<>();
      KeysetRequest request = backwards ? KeysetRequest.last(7) : KeysetRequest.first(7);
      KeysetPage<Long> page;
      do {
        page = page(request);
        List<Long> items = new ArrayList<>(page.items());
        Collections.reverse(items);
        seen.addAll(backwards ? items : page.items());
        request = backwards ? page.previous() : page.next();
        // Odd ids come and go; the even ones stay.
        for (int i = 0; i < 10; i++) {
          long id = 1 + 2L * random.nextInt(60);
          write(chat, "DELETE FROM anything WHERE rowid = ?", id);
          if (random.nextBoolean()) {
            insert(word(random), id);
          }
        }
      } while (page.hasMore());
      List<Long> kept = seen.stream().filter(id -> id % 2 == 0).toList();
      assertThat(kept).as("seed " + seed).doesNotHaveDuplicates().hasSize(40);
    }
  }

  private static String word(Random random) {
    return Objects.requireNonNull(List.of("a", "b", "c", "d").get(random.nextInt(4)));
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    fill();
    String cursor = page(KeysetRequest.first(2)).lastCursor().orElseThrow();
    assertThatThrownBy(() -> OTHER.at(chat, KeysetRequest.after(cursor, 2)))
        .isInstanceOfSatisfying(CursorException.class, e -> {
          assertThat(e.code()).isEqualTo(ErrorCode.DB_CURSOR);
          assertThat(e.isRetriable()).isFalse();
        })
        .hasMessage("database `chat`, Other.scroll: the cursor is one of another query. "
            + "Start again with the first page, or pass a cursor of this query");
    assertThatThrownBy(() -> page(KeysetRequest.before("nonsense", 2)))
        .isInstanceOf(CursorException.class)
        .hasMessageStartingWith(
            "database `chat`, Anything.scroll: the cursor is none that a page gave")
        .hasMessageNotContaining("nonsense");
  }

  @Test
  void positionsAreDifferentTexts() {
    fill();
    TreeSet<String> cursors = new TreeSet<>();
    KeysetPage<Long> page = page(KeysetRequest.first(1));
    while (!page.items().isEmpty()) {
      cursors.add(page.lastCursor().orElseThrow());
      page = page(page.next());
    }
    assertThat(cursors).hasSize(17);
  }
}

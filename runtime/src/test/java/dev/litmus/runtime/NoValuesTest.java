package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.TransactionException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteException;

/** Nothing that is printed of a failure holds what the user typed, unless somebody asked for it. */
class NoValuesTest {

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
    write(chat, "CREATE VIRTUAL TABLE found USING fts5(content)");
    write(chat, "CREATE VIRTUAL TABLE old USING fts4(content)");
    write(
        chat,
        "CREATE TRIGGER echo BEFORE INSERT ON anything WHEN NEW.v LIKE 'say%'"
            + " BEGIN SELECT RAISE(ABORT, 'refused: ' || NEW.v); END");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static String printed(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static Arguments row(String sql, String value, String words) {
    return Arguments.of(sql, value, words);
  }

  static Stream<Arguments> quotingErrors() {
    String search = "SELECT rowid FROM found WHERE found MATCH ?";
    return Stream.of(
        row(search, "zq(", "fts5: syntax error near \"…\""),
        row(search, "zq'zq", "fts5: syntax error near \"…\""),
        row(search, "zq:hello", "no such column: …"),
        row(search, "\"zq: hello", "unterminated string"),
        row(search, "NEAR(a b, zq)", "expected integer, got \"…\""),
        row(search, "*zq", "unknown special query: …"),
        row(
            "SELECT rowid FROM found WHERE found MATCH 'a' AND rank MATCH ?",
            "zq(",
            "parse error in rank function: …"),
        row("SELECT rowid FROM old WHERE old MATCH ?", "(zq", "malformed MATCH expression: […]"),
        row("SELECT json_extract('{}', ?)", "zq'zq", "bad JSON path: '…'"),
        row("SELECT json_set('{}', ?, 1)", "zq", "bad JSON path: '…'"),
        row("SELECT * FROM json_each('{}', ?)", "zq", "bad JSON path: '…'"),
        row("SELECT json(?)", "zq", "malformed JSON"),
        row("SELECT * FROM pragma_foreign_key_check(?)", "zq", "no such table: …"),
        row("SELECT * FROM pragma_table_info('chats', ?)", "zq", "unknown database '…'"),
        row("SELECT fts3_tokenizer(?)", "zq", "unknown tokenizer: …"));
  }

  @ParameterizedTest
  @MethodSource("quotingErrors")
  void whatSqliteQuotesIsMaskedAlsoInTheCause(String sql, String value, String words) {
    LitmusException e = catchThrowableOfType(LitmusException.class, () -> read(chat, sql, value));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).contains(": " + words);
    assertThat(printed(e)).doesNotContain("zq");
    assertThat(e).hasCauseInstanceOf(SQLiteException.class);
    assertThat(e.getCause().getMessage()).startsWith("[SQLITE_ERROR]").endsWith("(" + words + ")");
    assertThat(e.sqliteCode()).hasValue(1);
    assertThat(e.getCause().getStackTrace()[0].getClassName()).startsWith("org.sqlite.core");
  }

  @Test
  void whatATriggerSaysLosesBoundTextOfThreeCharacters() {
    String sql = "INSERT INTO anything (v) VALUES (?)";
    assertThatThrownBy(() -> write(chat, sql, "say zq to all"))
        .hasMessageContaining("refused: …")
        .satisfies(e -> assertThat(printed(e)).doesNotContain("zq"));
  }

  @Test
  void pathsThatAreBoundAreMasked() {
    LitmusException e = catchThrowableOfType(
        LitmusException.class, () -> write(chat, "VACUUM INTO ?", "/zq/none/a.sqlite"));
    assertThat(e).hasMessageContaining("unable to open database: …");
    assertThat(printed(e)).doesNotContain("zq");
  }

  @Test
  void theDeathOfATransactionHoldsNoValue() {
    write(
        chat,
        "CREATE TRIGGER ends BEFORE INSERT ON counters"
            + " BEGIN SELECT RAISE(ROLLBACK, 'no zq here'); END");
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE)) {
      assertThatThrownBy(() ->
              write(chat, "INSERT INTO counters (n) SELECT 1 WHERE ? IS NOT NULL", "no zq here"))
          .satisfies(e -> assertThat(printed(e)).doesNotContain("zq"));
      assertThatThrownBy(transaction::commit)
          .isInstanceOf(TransactionException.class)
          .satisfies(e -> assertThat(printed(e)).doesNotContain("zq"));
    }
  }

  @Test
  void namesOfTheSchemaStay() {
    assertThatThrownBy(() -> read(chat, "SELECT absent FROM chats WHERE id = ?", "absent"))
        .hasMessageContaining("no such column: absent");
    write(chat, "CREATE VIRTUAL TABLE outer_index USING fts5(content, gone, content='messages')");
    assertThatThrownBy(() -> write(chat, "INSERT INTO outer_index(outer_index) VALUES('rebuild')"))
        .hasMessageContaining("no such column: T.content");
    write(chat, "CREATE VIRTUAL TABLE orphan USING fts5(content, content='nowhere')");
    assertThatThrownBy(() -> write(chat, "INSERT INTO orphan(orphan) SELECT ? WHERE 1", "rebuild"))
        .hasMessageContaining("no such table: main.nowhere");
  }

  @Test
  void anExceptionWithoutValuesIsTheDriversOwn() throws Exception {
    SqlStatement broken = sql("SELECT json(?)");
    try (PreparedStatement statement = chat.read(broken)) {
      statement.setString(1, "{");
      statement.executeQuery().next();
    } catch (SQLException e) {
      assertThat(chat.failure(broken, e).getCause()).isSameAs(e.getCause());
      return;
    }
    throw new AssertionError("not refused");
  }

  @Test
  void argumentsAreShownWhenAskedFor() throws Exception {
    SqlStatement insert =
        sql("INSERT INTO counters (n) SELECT NULL WHERE ? = ? OR ? IS NULL OR ? OR ?");
    String text = "it's " + "x".repeat(94) + "\uD83D\uDE00" + "unseen";
    try (PreparedStatement statement = chat.write(insert)) {
      statement.setString(1, text);
      statement.setInt(2, 5);
      statement.setString(3, null);
      statement.setBytes(4, new byte[12]);
      statement.executeUpdate();
    } catch (SQLException e) {
      Failures.Place shown = new Failures.Place("chat", "Test.run", chat.place(), false, true);
      assertThat(Failures.of(shown, e))
          .hasMessageEndingWith("Give `counters.n` a value; arguments: 1 = 'it''s "
              + "x".repeat(94)
              + "…', 2 = 5, 3 = NULL, 4 = a blob of 12 bytes, 5 = not bound");
      assertThat(chat.failure(insert, e)).hasMessageEndingWith("Give `counters.n` a value");
      return;
    }
    throw new AssertionError("not refused");
  }

  @Test
  void argumentsOfAnEarlierRunAreNotShown() throws Exception {
    SqlStatement insert = sql("INSERT INTO counters (n) VALUES (nullif(?, 2))");
    try (PreparedStatement statement = chat.write(insert)) {
      statement.setString(1, "first");
      statement.executeUpdate();
      statement.clearParameters();
      statement.executeUpdate();
    } catch (SQLException e) {
      Failures.Place shown = new Failures.Place("chat", null, chat.place(), false, true);
      assertThat(Failures.of(shown, e)).hasMessageEndingWith("; arguments: 1 = not bound");
      return;
    }
    throw new AssertionError("not refused");
  }

  /** What try-with-resources adds after the failure is part of what is thrown in the end. */
  @Test
  void whatFailsWhileClosingIsSuppressed() throws Exception {
    SqlStatement broken = sql("SELECT json(?)");
    try (PreparedStatement statement = chat.read(broken)) {
      statement.setString(1, "{");
      statement.executeQuery().next();
    } catch (SQLException e) {
      SQLException late = new SQLException("late");
      e.addSuppressed(late);
      assertThat(chat.failure(broken, e).getSuppressed()).containsExactly(late);
      return;
    }
    throw new AssertionError("not refused");
  }

  @Test
  void theSettingShowsTheArguments() {
    databases.close();
    databases = TestDatabases.open(
        directory, DatabaseSettings.DEFAULT.with(s -> s.argumentsInErrors(true)), "chat");
    chat = databases.get("chat");
    write(chat, "INSERT INTO chats (id) VALUES (?)", "secret");
    assertThatThrownBy(() -> write(chat, "INSERT INTO chats (id) VALUES (?)", "secret"))
        .hasMessageEndingWith("; arguments: 1 = 'secret'");
  }
}

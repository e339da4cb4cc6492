package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two searches that a chat application needs, on the schema of the project's own chat database. */
class ChatSearchTest {

  /** In all chats, best first, with the chat's title. */
  private static final String IN_ALL = """
      SELECT m.id, c.title, highlight(messages_fts, 0, char(0xFDD0), char(0xFDD1))
      FROM messages_fts
      JOIN messages m ON m.row_id = messages_fts.rowid
      JOIN chats c ON c.id = m.chat_id
      WHERE messages_fts MATCH ?
      ORDER BY messages_fts.rank, m.id
      LIMIT 50""";

  /** In one chat, with a few words around the hits. */
  private static final String IN_ONE = """
      SELECT m.id, m.role, snippet(messages_fts, 0, char(0xFDD0), char(0xFDD1), '…', 5)
      FROM messages_fts
      JOIN messages m ON m.row_id = messages_fts.rowid
      WHERE messages_fts MATCH ? AND messages_fts.chat_id = ?
      ORDER BY messages_fts.rank, m.id""";

  private Connection connection;

  private record Found(String id, String beside, String html) {}

  @BeforeEach
  void fill() throws Exception {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    Path migrations = Path.of("..", "migrations", "chat").toAbsolutePath().normalize();
    MigrationChain.read("chat", MigrationSource.directory(migrations))
        .applyTo(connection, migration -> {});
    execute("INSERT INTO chats (id, title) VALUES ('c1', 'Shell'), ('c2', 'Garden')");
    message("m1", "c1", "Is foo-bar(1) the same as <b>foo</b> && bar?");
    message(
        "m2", "c1", "It's one of many tools that run C++ programs, and it is running well today");
    message("m3", "c2", "foo bar, foo bar, foo bar");
    message("m4", "c2", "user@example.com grows tomatoes");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void allChatsAreSearchedBestFirst() throws SQLException {
    assertThat(find(IN_ALL, SearchQuery.words("foo bar").expression()))
        .containsExactly(
            new Found(
                "m3",
                "Garden",
                "<mark>foo</mark> <mark>bar</mark>, <mark>foo</mark> <mark>bar</mark>,"
                    + " <mark>foo</mark> <mark>bar</mark>"),
            new Found(
                "m1",
                "Shell",
                "Is <mark>foo</mark>-<mark>bar</mark>(1) the same as"
                    + " &lt;b&gt;<mark>foo</mark>&lt;/b&gt; &amp;&amp; <mark>bar</mark>?"));
    assertThat(find(IN_ALL, SearchQuery.words("user@example.com").expression()))
        .containsExactly(new Found("m4", "Garden", "<mark>user@example.com</mark> grows tomatoes"));
  }

  @Test
  void oneChatIsSearchedAlone() throws SQLException {
    assertThat(find(IN_ONE, SearchQuery.phrase("foo bar").expression(), "c1"))
        .containsExactly(new Found("m1", "user", "Is <mark>foo-bar</mark>(1) the…"));
    assertThat(find(IN_ONE, SearchQuery.words("C++ runs").expression(), "c1"))
        .extracting(Found::html)
        .containsExactly("…that <mark>run</mark> <mark>C</mark>++ programs, and…");
    assertThat(find(IN_ONE, SearchQuery.words("tomatoes").expression(), "c1")).isEmpty();
  }

  @Test
  void theIndexFollowsTheMessages() throws SQLException {
    execute("UPDATE messages SET content = 'nothing' WHERE id = 'm3'");
    execute("DELETE FROM messages WHERE id = 'm1'");
    execute("VACUUM");
    assertThat(find(IN_ALL, SearchQuery.words("foo").expression())).isEmpty();
    assertThat(find(IN_ALL, SearchQuery.words("tomato").expression()))
        .extracting(Found::id)
        .containsExactly("m4");
    execute("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)");
  }

  private void message(String id, String chat, String content) throws SQLException {
    execute(
        "INSERT INTO messages (id, chat_id, role, content) VALUES (?, ?, 'user', ?)",
        id,
        chat,
        content);
  }

  private void execute(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.execute();
    }
  }

  private List<Found> find(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      ResultSet row = statement.executeQuery();
      List<Found> found = new ArrayList<>();
      while (row.next()) {
        HighlightedText text = Objects.requireNonNull(HighlightedText.parse(row.getString(3)));
        found.add(new Found(row.getString(1), row.getString(2), text.html()));
      }
      return found;
    }
  }

  private static void bind(PreparedStatement statement, String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
  }
}

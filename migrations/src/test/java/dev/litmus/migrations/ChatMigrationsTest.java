package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the chat database has: full-text search, and branches that take over what messages said. */
class ChatMigrationsTest {

  private static final String MESSAGES =
      "INSERT INTO chats (id, title) VALUES ('c1', 'One'), ('c2', 'Two');"
          + "INSERT INTO messages (id, chat_id, role, content) VALUES"
          + " ('m1', 'c1', 'user', 'Running in the rain'),"
          + " ('m2', 'c1', 'assistant', 'Take an umbrella'),"
          + " ('m3', 'c2', 'user', 'He runs a shop')";

  @TempDir
  Path folder;

  @Test
  void searchFindsAndHighlights() throws Exception {
    try (SchemaDatabase chat = open().newest()) {
      chat.execute(MESSAGES);

      assertThat(search(chat, "run")).containsExactly("m1", "m3");
      assertThat(chat.rows("SELECT chat_id, highlight(messages_fts, 0, '[', ']') FROM messages_fts"
              + " WHERE messages_fts MATCH 'run' AND chat_id = 'c1'"))
          .containsExactly("c1|[Running] in the rain");
      checkIndex(chat);
    }
  }

  @Test
  void searchFollowsEveryChange() throws Exception {
    try (SchemaDatabase chat = open().newest()) {
      chat.execute(MESSAGES);

      chat.execute("UPDATE messages SET content = 'Walking' WHERE id = 'm1'");
      assertThat(search(chat, "rain")).isEmpty();
      assertThat(search(chat, "walk")).containsExactly("m1");

      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      assertThat(search(chat, "walk")).isEmpty();

      chat.execute(
          "INSERT OR REPLACE INTO messages (id, chat_id, role, content) VALUES ('m2', 'c1', 'user', 'Sun')");
      assertThat(search(chat, "umbrella")).isEmpty();
      assertThat(search(chat, "sun")).containsExactly("m2");

      chat.execute("UPDATE messages SET row_id = 77 WHERE id = 'm2'");
      assertThat(search(chat, "sun")).containsExactly("m2");

      chat.execute("UPDATE messages SET chat_id = 'c2' WHERE id = 'm2'");
      assertThat(chat.rows("SELECT chat_id FROM messages_fts WHERE messages_fts MATCH 'sun'"))
          .containsExactly("c2");

      checkIndex(chat);
      chat.execute("DELETE FROM chats");
      assertThat(chat.rows("SELECT count(*) FROM messages_fts_docsize")).containsExactly("0");
      checkIndex(chat);
    }
  }

  @Test
  void aLikeDoesNotIndexTheTextAgain() throws Exception {
    try (SchemaDatabase chat = open().newest()) {
      chat.execute(MESSAGES);
      List<String> before = chat.rows("SELECT id, hex(block) FROM messages_fts_data");

      chat.execute("UPDATE messages SET is_liked = 1, token_count = 5");

      assertThat(chat.rows("SELECT id, hex(block) FROM messages_fts_data")).isEqualTo(before);
    }
  }

  @Test
  void searchFindsWhatWasThereBefore() throws Exception {
    try (SchemaDatabase chat = open().upTo(2)) {
      chat.execute(MESSAGES);
      chat.upTo(3);

      assertThat(search(chat, "run")).containsExactly("m1", "m3");
      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      assertThat(search(chat, "run")).containsExactly("m3");
      checkIndex(chat);
    }
  }

  /** Only a declared key is safe: VACUUM may renumber rows without one, and search then returns other messages. */
  @Test
  void vacuumKeepsSearchRight() throws Exception {
    try (SchemaDatabase chat = open().newest()) {
      assertThat(chat.rows("SELECT name, type FROM pragma_table_info('messages') WHERE pk = 1"))
          .containsExactly("row_id|INTEGER");
      assertThat(chat.rows("SELECT sql FROM sqlite_schema WHERE name = 'messages_fts'"))
          .singleElement()
          .asString()
          .contains("content_rowid='row_id'");

      chat.execute(MESSAGES);
      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      chat.execute("VACUUM");

      assertThat(search(chat, "run")).containsExactly("m3");
      checkIndex(chat);
    }
  }

  @Test
  void branchesTakeOverWhatMessagesSaid() throws Exception {
    try (SchemaDatabase chat = open().upTo(1)) {
      chat.execute(MESSAGES);
      chat.execute("UPDATE messages SET branch_id = 'b', parent_id = 'm1' WHERE id = 'm2'");
      chat.execute("UPDATE messages SET parent_id = 'nowhere' WHERE id = 'm3'");
      chat.upTo(3);

      assertThat(chat.rows("SELECT id, chat_id, name FROM branches")).containsExactly("b|c1|b");
      assertThat(chat.rows("SELECT id, branch_id, parent_id FROM messages ORDER BY id"))
          .containsExactly("m1|null|null", "m2|b|m1", "m3|null|null");
      assertThatThrownBy(() -> chat.execute("UPDATE messages SET branch_id = 'nowhere'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("FOREIGN KEY constraint failed");

      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      assertThat(chat.rows("SELECT parent_id FROM messages WHERE id = 'm2'"))
          .containsExactly("null");
      chat.execute("DELETE FROM branches");
      assertThat(chat.rows("SELECT id FROM messages")).containsExactly("m3");
    }
  }

  /** The ids of the messages that a search finds, through the key that search and messages share. */
  private static List<String> search(SchemaDatabase chat, String words) throws SQLException {
    return chat.rows(
        "SELECT m.id FROM messages_fts JOIN messages m ON m.row_id = messages_fts.rowid"
            + " WHERE messages_fts MATCH '" + words + "' ORDER BY m.id");
  }

  /** Rank 1 compares the index with the content table; without it only the index itself is looked at. */
  private static void checkIndex(SchemaDatabase chat) throws SQLException {
    chat.execute("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)");
  }

  private SchemaDatabase open() throws SQLException {
    return new SchemaDatabase("chat", folder);
  }
}

package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void indexListsTheFolder() throws IOException {
    Path module = Path.of(System.getProperty("basedir"));
    List<String> listed = Files.readAllLines(module.resolve("chat.index")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
    try (Stream<Path> files = Files.list(module.resolve("chat"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .isEqualTo(listed);
    }
  }

  @Test
  void bothCopiesInTheJarAreTheSame() throws IOException {
    Path module = Path.of(System.getProperty("basedir"));
    for (String file : List.of("chat.index", "chat/001_initial.sql", "chat/003_add_fts.sql")) {
      for (String root : List.of("META-INF/litmus/migrations/", "litmus/migrations/")) {
        try (InputStream in = getClass().getResourceAsStream("/" + root + file)) {
          assertThat(in)
              .as(root + file)
              .isNotNull()
              .hasBinaryContent(Files.readAllBytes(module.resolve(file)));
        }
      }
    }
  }

  @Test
  void everyFileIsWhereTheIndexSays() throws Exception {
    assertThat(ChatDatabase.chain().migrations())
        .extracting(migration -> migration.version() + " " + migration.name())
        .containsExactly("1 initial", "2 add_branches", "3 add_fts");
  }

  @Test
  void searchFindsAndHighlights() throws Exception {
    try (ChatDatabase chat = open().upTo(3)) {
      chat.execute(MESSAGES);

      assertThat(chat.search("run")).containsExactly("m1", "m3");
      assertThat(chat.rows("SELECT chat_id, highlight(messages_fts, 0, '[', ']') FROM messages_fts"
              + " WHERE messages_fts MATCH 'run' AND chat_id = 'c1'"))
          .containsExactly("c1|[Running] in the rain");
      chat.checkIndex();
    }
  }

  @Test
  void searchFollowsEveryChange() throws Exception {
    try (ChatDatabase chat = open().upTo(3)) {
      chat.execute(MESSAGES);

      chat.execute("UPDATE messages SET content = 'Walking' WHERE id = 'm1'");
      assertThat(chat.search("rain")).isEmpty();
      assertThat(chat.search("walk")).containsExactly("m1");

      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      assertThat(chat.search("walk")).isEmpty();

      chat.execute(
          "INSERT OR REPLACE INTO messages (id, chat_id, role, content) VALUES ('m2', 'c1', 'user', 'Sun')");
      assertThat(chat.search("umbrella")).isEmpty();
      assertThat(chat.search("sun")).containsExactly("m2");

      chat.execute("UPDATE messages SET row_id = 77 WHERE id = 'm2'");
      assertThat(chat.search("sun")).containsExactly("m2");

      chat.execute("UPDATE messages SET chat_id = 'c2' WHERE id = 'm2'");
      assertThat(chat.rows("SELECT chat_id FROM messages_fts WHERE messages_fts MATCH 'sun'"))
          .containsExactly("c2");

      chat.checkIndex();
      chat.execute("DELETE FROM chats");
      assertThat(chat.rows("SELECT count(*) FROM messages_fts_docsize")).containsExactly("0");
      chat.checkIndex();
    }
  }

  @Test
  void aLikeDoesNotIndexTheTextAgain() throws Exception {
    try (ChatDatabase chat = open().upTo(3)) {
      chat.execute(MESSAGES);
      List<String> before = chat.rows("SELECT id, hex(block) FROM messages_fts_data");

      chat.execute("UPDATE messages SET is_liked = 1, token_count = 5");

      assertThat(chat.rows("SELECT id, hex(block) FROM messages_fts_data")).isEqualTo(before);
    }
  }

  @Test
  void searchFindsWhatWasThereBefore() throws Exception {
    try (ChatDatabase chat = open().upTo(2)) {
      chat.execute(MESSAGES);
      chat.upTo(3);

      assertThat(chat.search("run")).containsExactly("m1", "m3");
      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      assertThat(chat.search("run")).containsExactly("m3");
      chat.checkIndex();
    }
  }

  /** Only a declared key is safe: VACUUM may renumber rows without one, and search then returns other messages. */
  @Test
  void vacuumKeepsSearchRight() throws Exception {
    try (ChatDatabase chat = open().upTo(3)) {
      assertThat(chat.rows("SELECT name, type FROM pragma_table_info('messages') WHERE pk = 1"))
          .containsExactly("row_id|INTEGER");
      assertThat(chat.rows("SELECT sql FROM sqlite_schema WHERE name = 'messages_fts'"))
          .singleElement()
          .asString()
          .contains("content_rowid='row_id'");

      chat.execute(MESSAGES);
      chat.execute("DELETE FROM messages WHERE id = 'm1'");
      chat.execute("VACUUM");

      assertThat(chat.search("run")).containsExactly("m3");
      chat.checkIndex();
    }
  }

  @Test
  void branchesTakeOverWhatMessagesSaid() throws Exception {
    try (ChatDatabase chat = open().upTo(1)) {
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

  @Test
  void timesSortAsText() throws Exception {
    try (ChatDatabase chat = open().upTo(3)) {
      chat.execute(MESSAGES);
      chat.execute("INSERT INTO branches (id, chat_id, name) VALUES ('b', 'c1', 'B')");

      assertThat(
              chat.rows(
                  "SELECT created_at FROM chats UNION ALL SELECT updated_at FROM chats"
                      + " UNION ALL SELECT timestamp FROM messages UNION ALL SELECT created_at FROM branches"))
          .hasSize(8)
          .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }
  }

  private ChatDatabase open() throws SQLException {
    return new ChatDatabase(folder.resolve("chat.sqlite"));
  }
}

package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatSchemaTest {

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("chat.sqlite");
  }

  @Test
  void downUndoesEachStep() throws Exception {
    try (ChatDatabase chat = new ChatDatabase(file).upTo(1)) {
      List<String> one = schema(chat);
      chat.execute("INSERT INTO chats (id, title) VALUES ('c', 'C');"
          + "INSERT INTO messages (id, chat_id, role, content) VALUES ('m', 'c', 'user', 'Hello')");
      List<String> two = schema(chat.upTo(2));
      chat.upTo(3);

      chat.undo(3);
      assertThat(schema(chat)).isEqualTo(two);
      chat.undo(2);
      assertThat(schema(chat)).isEqualTo(one);
      assertThat(chat.rows("SELECT id, content FROM messages")).containsExactly("m|Hello");
      chat.undo(1);
      assertThat(schema(chat)).isEmpty();
    }
  }

  @Test
  void noIndexRepeatsTheBeginningOfAnother() throws Exception {
    try (ChatDatabase chat = new ChatDatabase(file).upTo(3)) {
      List<String> indexes = indexes(chat);
      assertThat(indexes).hasSizeGreaterThan(6);
      for (String index : indexes) {
        assertThat(indexes).filteredOn(other -> other.startsWith(index)).containsExactly(index);
      }
    }
  }

  @Test
  void everyForeignKeyHasAnIndex() throws Exception {
    try (ChatDatabase chat = new ChatDatabase(file).upTo(3)) {
      List<String> foreignKeys = chat.rows(
          "SELECT t.name || ':' || f.\"from\" || ',' FROM sqlite_schema t, pragma_foreign_key_list(t.name) f"
              + " WHERE t.type = 'table' ORDER BY 1");
      assertThat(foreignKeys)
          .containsExactly(
              "branches:chat_id,",
              "branches:parent_message_id,",
              "messages:branch_id,",
              "messages:chat_id,",
              "messages:parent_id,");
      List<String> indexes = indexes(chat);
      assertThat(foreignKeys)
          .allMatch(key -> indexes.stream().anyMatch(index -> index.startsWith(key)));
    }
  }

  /** {@code table:column,column,} of every index, those that SQLite makes for UNIQUE included. */
  private static List<String> indexes(ChatDatabase chat) throws SQLException {
    return chat.rows(
        "SELECT t.name || ':' || (SELECT group_concat(name || ',', '' ORDER BY seqno) FROM pragma_index_info(i.name))"
            + " FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE 'messages_fts%'");
  }

  /** Objects, columns, foreign keys and indexes: not the text, which keeps the names that a table had on its way. */
  private static List<String> schema(ChatDatabase chat) throws SQLException {
    List<String> schema = new ArrayList<>();
    String tables =
        "(SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\') t";
    schema.addAll(
        chat.rows(
            "SELECT type, name, tbl_name FROM sqlite_schema WHERE tbl_name <> '_migrations' ORDER BY type, name"));
    schema.addAll(chat.rows("SELECT t.name, c.* FROM " + tables
        + ", pragma_table_xinfo(t.name) c ORDER BY t.name, c.cid"));
    schema.addAll(chat.rows("SELECT t.name, f.* FROM " + tables
        + ", pragma_foreign_key_list(t.name) f ORDER BY t.name, f.id"));
    schema.addAll(
        indexes(chat).stream().filter(index -> !index.startsWith("_")).sorted().toList());
    return schema;
  }
}

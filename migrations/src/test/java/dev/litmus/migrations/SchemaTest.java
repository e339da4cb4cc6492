package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.internal.migration.Migration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every schema, with rows in all of its tables. */
class SchemaTest {

  private static final String SCHEMAS = "dev.litmus.migrations.Schemas#all";

  @TempDir
  Path folder;

  /** The tables of the spec, and those that it needs besides: FTS5's table counts as one of its own. */
  @ParameterizedTest
  @CsvSource({
    "app, artifacts credentials settings",
    "chat, attachments branches chats messages tool_calls",
    "code, sessions snapshots transcript_entries",
    "imagegen, images jobs prompts queue_entries reference_group_images reference_groups",
  })
  void tables(String schema, String tables) throws Exception {
    try (SchemaDatabase database = filled(schema)) {
      assertThat(database.tables()).containsExactly(tables.split(" "));
      for (String table : database.tables()) {
        assertThat(database.rows("SELECT 1 FROM " + table))
            .as("rows of " + table)
            .isNotEmpty();
      }
    }
  }

  /**
   * Up with rows in every table, and down again: each step leaves what was there before it, to the last value, and from there
   * it goes up as it did the first time.
   */
  @ParameterizedTest
  @MethodSource(SCHEMAS)
  void downUndoesEachStep(String schema) throws Exception {
    Deque<List<String>> before = new ArrayDeque<>();
    Deque<List<String>> after = new ArrayDeque<>();
    List<Migration> migrations = SchemaDatabase.chain(schema).migrations();
    try (SchemaDatabase database = new SchemaDatabase(schema, folder)) {
      for (Migration migration : migrations) {
        before.push(contents(database));
        database.upTo(migration.version());
        after.push(contents(database));
        database.fill(migration.version());
      }
      for (int i = migrations.size() - 1; i >= 0; i--) {
        Migration migration = migrations.get(i);
        database.undo(migration.version());
        assertThat(contents(database)).as("before " + migration.name()).isEqualTo(before.peek());
        database.upTo(migration.version());
        assertThat(contents(database)).as("once more " + migration.name()).isEqualTo(after.pop());
        database.undo(migration.version());
        assertThat(contents(database)).as("before " + migration.name()).isEqualTo(before.pop());
      }
      assertThat(contents(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(SCHEMAS)
  void everyReferenceLeadsSomewhere(String schema) throws Exception {
    try (SchemaDatabase database = filled(schema)) {
      assertThat(database.rows("SELECT * FROM pragma_foreign_key_check")).isEmpty();
      assertThat(database.rows("SELECT * FROM pragma_integrity_check")).containsExactly("ok");
    }
  }

  /** Whatever refers to a rowid finds the same row after VACUUM only if the key is declared. */
  @ParameterizedTest
  @MethodSource(SCHEMAS)
  void everyTableHasADeclaredKey(String schema) throws Exception {
    try (SchemaDatabase database = new SchemaDatabase(schema, folder).newest()) {
      for (String table : database.tables()) {
        assertThat(database.rows(
                "SELECT name, type, pk FROM pragma_table_info('" + table + "') WHERE pk"))
            .as(table)
            .containsExactly("row_id|INTEGER|1");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SCHEMAS)
  void noIndexRepeatsTheBeginningOfAnother(String schema) throws Exception {
    try (SchemaDatabase database = new SchemaDatabase(schema, folder).newest()) {
      List<String> indexes = indexes(database);
      assertThat(indexes).hasSizeGreaterThan(database.tables().size());
      for (String index : indexes) {
        assertThat(indexes).filteredOn(other -> other.startsWith(index)).containsExactly(index);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app, ''",
    "chat, attachments:message_id; branches:chat_id; branches:parent_message_id; messages:branch_id; messages:chat_id;"
        + " messages:parent_id; tool_calls:message_id",
    "code, 'snapshots:session_id,sequence; transcript_entries:session_id'",
    "imagegen, images:job_id; images:prompt_id; jobs:queue_entry_id; queue_entries:prompt_id;"
        + " queue_entries:reference_group_id; reference_group_images:group_id; reference_group_images:image_id",
  })
  void everyForeignKeyHasAnIndex(String schema, String expected) throws Exception {
    try (SchemaDatabase database = new SchemaDatabase(schema, folder).newest()) {
      List<String> foreignKeys =
          database.rows("SELECT t.name || ':' || group_concat(f.\"from\", ',' ORDER BY f.seq)"
              + " FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
              + " GROUP BY t.name, f.id ORDER BY 1");
      assertThat(String.join("; ", foreignKeys)).isEqualTo(expected);
      List<String> indexes = indexes(database);
      assertThat(foreignKeys)
          .allMatch(key -> indexes.stream().anyMatch(index -> index.startsWith(key + ",")));
    }
  }

  /** Every column that is called a time, where the rows leave it to its DEFAULT and where they do not. */
  @ParameterizedTest
  @MethodSource(SCHEMAS)
  void timesSortAsText(String schema) throws Exception {
    try (SchemaDatabase database = filled(schema)) {
      for (String table : database.tables()) {
        for (String column : database.rows("SELECT name FROM pragma_table_info('" + table + "')"
            + " WHERE name LIKE '%\\_at' ESCAPE '\\' OR name = 'timestamp'")) {
          assertThat(database.rows(
                  "SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL"))
              .as(table + "." + column)
              .isNotEmpty()
              .allMatch(
                  time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        }
      }
    }
  }

  private SchemaDatabase filled(String schema) throws Exception {
    return new SchemaDatabase(schema, folder).filled();
  }

  /**
   * {@code table:column,column,} of every index, those that SQLite makes for UNIQUE included. A partial one has its WHERE
   * before the columns: it stands for no other index, and does not have all rows that a foreign key asks for.
   */
  private static List<String> indexes(SchemaDatabase database) throws SQLException {
    return database.rows(
        "SELECT t.name || ':' || iif(i.partial, substr(s.sql, instr(s.sql, 'WHERE ')) || ': ', '')"
            + " || (SELECT group_concat(name || ',', '' ORDER BY seqno) FROM pragma_index_info(i.name))"
            + " FROM sqlite_schema t JOIN pragma_index_list(t.name) i LEFT JOIN sqlite_schema s ON s.name = i.name"
            + " WHERE t.type = 'table' AND t.name NOT LIKE 'messages\\_fts%' ESCAPE '\\' AND t.name <> '_migrations'");
  }

  /** Everything that is declared, with CHECKs, triggers and options; columns in their order; foreign keys, indexes and rows. */
  private static List<String> contents(SchemaDatabase database) throws SQLException {
    List<String> contents = new ArrayList<>();
    for (String declared : database.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema"
        + " WHERE tbl_name <> '_migrations' ORDER BY type, name")) {
      contents.add(plain(declared));
    }
    contents.addAll(indexes(database).stream().sorted().toList());
    for (String table : database.tables()) {
      contents.addAll(
          database.rows("SELECT '" + table + "', c.* FROM pragma_table_xinfo('" + table + "') c"));
      contents.addAll(database.rows(
          "SELECT '" + table + "', f.* FROM pragma_foreign_key_list('" + table + "') f"));
      contents.addAll(database.rows("SELECT '" + table + "', * FROM " + table + " ORDER BY 2"));
    }
    return contents;
  }

  /** Without comments, and without the quotes and the white space that ALTER TABLE brings. */
  private static String plain(String sql) {
    return sql.replaceAll("--[^\n]*", " ")
        .replace("\"", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1");
  }
}

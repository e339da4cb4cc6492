package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schemas refuse, and what goes with what when it is deleted. */
class ConstraintTest {

  private static final char BAR = '|';
  private static final char QUOTE = '~';

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = BAR,
      quoteCharacter = QUOTE,
      value = {
        // A tool call has a result, an error or neither, as its status says.
        "chat     | UPDATE tool_calls SET result = '1' WHERE id = 't2'                           | CHECK",
        "chat     | UPDATE tool_calls SET status = 'failed', finished_at = started_at            | CHECK",
        "chat     | UPDATE tool_calls SET finished_at = started_at WHERE id = 't2'               | CHECK",
        "chat     | UPDATE tool_calls SET arguments = '{\"days\": '                              | CHECK",
        "chat     | UPDATE attachments SET position = 0                                          | UNIQUE",
        "chat     | UPDATE attachments SET media_type = 'png'                                    | CHECK",
        // A snapshot belongs to an entry of its own session.
        "code     | UPDATE snapshots SET session_id = 's2'                                       | FOREIGN KEY",
        "code     | INSERT INTO snapshots (id, session_id, sequence, path) VALUES ('n', 's1', 9, 'A') | FOREIGN KEY",
        "code     | UPDATE transcript_entries SET sequence = 1                                   | UNIQUE",
        "code     | UPDATE transcript_entries SET sequence = 0 WHERE id = 'e1'                   | CHECK",
        "code     | UPDATE sessions SET status = 'paused'                                        | CHECK",
        // A job that was not begun has not ended, and one that is done brings one image.
        "imagegen | UPDATE jobs SET status = 'done', finished_at = created_at WHERE id = 'j3'    | CHECK",
        "imagegen | UPDATE jobs SET status = 'running' WHERE id = 'j3'                           | CHECK",
        "imagegen | UPDATE jobs SET status = 'failed' WHERE id = 'j1'                            | CHECK",
        "imagegen | UPDATE jobs SET attempts = 4 WHERE id = 'j1'                                 | CHECK",
        "imagegen | UPDATE jobs SET seed = 1                                                     | UNIQUE",
        "imagegen | UPDATE images SET job_id = 'j1' WHERE id = 'i2'                              | UNIQUE",
        "imagegen | DELETE FROM prompts WHERE text = 'a harbour'                                 | FOREIGN KEY",
        "imagegen | UPDATE queue_entries SET width = 0                                           | CHECK",
        // No secret is stored as it is.
        "app      | UPDATE credentials SET secret = 'sk-0123456789012345678901234567890123'      | CHECK",
        "app      | UPDATE credentials SET secret = CAST('sk-0123456789012345678901234567890123' AS BLOB) | CHECK",
        "app      | UPDATE credentials SET secret = x'0102'                                      | CHECK",
        "app      | UPDATE settings SET value = 'dark'                                           | CHECK",
        "app      | UPDATE artifacts SET source_database = 'app'                                 | CHECK",
      })
  void refused(String schema, String sql, String reason) throws Exception {
    try (SchemaDatabase database = filled(schema)) {
      assertThatThrownBy(() -> database.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(reason + " constraint failed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = BAR,
      quoteCharacter = QUOTE,
      value = {
        "chat     | DELETE FROM messages WHERE id = 'm1' | SELECT count(*) FROM attachments                    | 0",
        "chat     | DELETE FROM chats WHERE id = 'c1'    | SELECT count(*) FROM tool_calls                     | 0",
        "code     | DELETE FROM transcript_entries WHERE sequence > 1 | SELECT count(*) FROM snapshots         | 0",
        "code     | DELETE FROM sessions WHERE id = 's1' | SELECT count(*) FROM snapshots, transcript_entries  | 0",
        "imagegen | DELETE FROM queue_entries            | SELECT count(*) FROM jobs                           | 0",
        "imagegen | DELETE FROM queue_entries            | SELECT count(*) FROM images WHERE job_id IS NULL    | 3",
        "imagegen | DELETE FROM queue_entries            | SELECT count(*) FROM images WHERE prompt_id = 'q1'  | 1",
        "imagegen | DELETE FROM queue_entries; DELETE FROM prompts |"
            + " SELECT count(*) FROM images WHERE prompt_id IS NULL | 3",
        "imagegen | DELETE FROM images WHERE id = 'i1'   | SELECT count(*) FROM reference_group_images         | 1",
        "imagegen | DELETE FROM reference_groups         |"
            + " SELECT count(*) FROM queue_entries WHERE reference_group_id IS NULL | 3",
      })
  void deleted(String schema, String sql, String question, String answer) throws Exception {
    try (SchemaDatabase database = filled(schema)) {
      database.execute(sql);

      assertThat(database.rows(question)).containsExactly(answer);
      assertThat(database.rows("SELECT * FROM pragma_foreign_key_check")).isEmpty();
    }
  }

  private SchemaDatabase filled(String schema) throws Exception {
    return new SchemaDatabase(schema, folder).filled();
  }
}

package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.migration.MigrationCallback;
import dev.litmus.runtime.migration.MigrationSql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java code inside of a migration. */
class MigrationCallbackTest {

  @TempDir
  Path directory;

  private Path file;
  private MigrationChain first;
  private MigrationChain both;

  @BeforeEach
  void chains() throws Exception {
    file = directory.toRealPath().resolve("chat.sqlite");
    String notes = "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, size, UNIQUE (body));";
    first = TestDatabases.chain("1_notes.sql", notes);
    both = TestDatabases.chain(
        "1_notes.sql", notes, "2_plain.sql", "ALTER TABLE notes ADD COLUMN plain TEXT;");
    try (SqliteDatabase database = open(first, DatabaseSettings.DEFAULT)) {
      for (String text : List.of("one", "two")) {
        TestDatabases.write(
            database,
            "INSERT INTO notes (body) VALUES (?)",
            Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Test
  void convertsWhatSqlCannotOnce() {
    MigrationCallback decode = sql -> {
      record Note(long id, String body) {}
      List<Note> notes = sql.query(
          "SELECT id, body FROM notes WHERE id < ?",
          row -> new Note(row.getLong("id"), row.getString("body")),
          100L);
      for (Note note : notes) {
        String plain = new String(Base64.getDecoder().decode(note.body()), StandardCharsets.UTF_8);
        assertThat(sql.update("UPDATE notes SET plain = ? WHERE id = ?", plain, note.id()))
            .isEqualTo(1);
      }
    };
    for (int start = 0; start < 2; start++) {
      try (SqliteDatabase database = open(both, after(2, decode))) {
        assertThat(read(database, "SELECT plain FROM notes ORDER BY id"))
            .containsExactly("one", "two");
        TestDatabases.write(database, "UPDATE notes SET body = 'x' || id");
      }
    }
  }

  @Test
  void aFailureRollsTheMigrationBack() {
    IllegalStateException failure = new IllegalStateException("no key");

    assertThatThrownBy(() -> open(both, after(2, sql -> {
          sql.update("DELETE FROM notes");
          throw failure;
        })))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "migration `chat/2_plain.sql`: its callback failed: java.lang.IllegalStateException: no key."
                + " Nothing of it was applied: correct the file or the callback")
        .hasRootCause(failure);
    assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "ROLLBACK",
        "SAVEPOINT a",
        "VACUUM",
        "ATTACH 'x' AS x",
        "PRAGMA journal_mode = DELETE",
        "DELETE FROM notes; COMMIT",
        "DELETE FROM notes /* \0 */ WHERE 0",
        ""
      })
  void whatWouldEndTheTransactionIsRefusedAlsoWhenThatIsCaught(String statement) {
    assertThatThrownBy(() -> open(both, after(2, sql -> {
          sql.update("DELETE FROM notes");
          assertThatThrownBy(() -> sql.update(statement))
              .isInstanceOf(IllegalArgumentException.class);
        })))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("it went on after a statement had failed");
    assertUntouched();
  }

  /** SQLite ends the transaction there, and what ran next would be committed by itself. */
  @Test
  void nothingRunsAfterAStatementThatEndedTheTransaction() {
    assertThatThrownBy(() -> open(both, after(2, sql -> {
          String rollback = "INSERT OR ROLLBACK INTO notes (body) SELECT body FROM notes";
          assertThatThrownBy(() -> sql.update(rollback)).isInstanceOf(SQLException.class);
          assertThatThrownBy(() -> sql.update("DELETE FROM notes"))
              .isInstanceOf(IllegalStateException.class);
        })))
        .isInstanceOf(MigrationException.class);
    assertUntouched();
  }

  @Test
  void theSchemaIsLeftAlone() {
    assertThatThrownBy(
            () -> open(both, after(2, sql -> sql.update("CREATE INDEX by_size ON notes (size)"))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("it may change rows, and not the schema")
        .hasMessageContaining("index `by_size` is not of the migrations");
    assertUntouched();
  }

  @Test
  void nothingRunsAfterTheMigration() {
    AtomicReference<MigrationSql> kept = new AtomicReference<>();
    open(both, after(2, kept::set)).close();

    assertThatThrownBy(() -> kept.get().update("DELETE FROM notes"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has ended");
  }

  @Test
  void valuesAreReadAsWhatTheyAre() {
    open(both, after(2, sql -> {
          sql.update("UPDATE notes SET size = ?, plain = ? WHERE id = 1", 1.5, null);
          assertThat(
                  sql.query("SELECT id, size, plain, x'0102' AS b FROM notes WHERE id = 1", row -> {
                    assertThat(row.getDouble("size")).isEqualTo(1.5);
                    assertThat(row.isNull("plain")).isTrue();
                    assertThat(row.getString("plain")).isNull();
                    assertThat(row.getBytes("b")).containsExactly(1, 2);
                    return row.getLong("id");
                  }))
              .containsExactly(1L);
        }))
        .close();
    assertThatThrownBy(() -> open(
            TestDatabases.chain(
                "1_notes.sql",
                "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, size, UNIQUE (body));",
                "2_plain.sql",
                "ALTER TABLE notes ADD COLUMN plain TEXT;",
                "3_more.sql",
                "--"),
            after(3, sql -> sql.query("SELECT plain FROM notes", row -> row.getLong("plain")))))
        .hasMessageContaining("there is no integer in `plain`");
  }

  @Test
  void aCallbackThatWouldNeverBeCalledIsRefused() {
    assertThatThrownBy(() -> open(both, after(7, sql -> {})))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("there is a callback after version 7, which the code does not have");
    assertThatThrownBy(() -> after(2, sql -> {}).with(s -> s.afterMigration("chat", 2, sql -> {})))
        .isInstanceOf(IllegalArgumentException.class);
    open(both, DatabaseSettings.DEFAULT.with(s -> s.afterMigration("other", 7, sql -> {})))
        .close();
  }

  private void assertUntouched() {
    try (SqliteDatabase database = open(first, DatabaseSettings.DEFAULT)) {
      assertThat(read(database, "SELECT count(*) FROM notes")).containsExactly(2);
      assertThat(read(database, "SELECT name FROM pragma_table_info('notes')"))
          .containsExactly("id", "body", "size");
    }
  }

  private static DatabaseSettings after(long version, MigrationCallback callback) {
    return DatabaseSettings.DEFAULT.with(s -> s.afterMigration("chat", version, callback));
  }

  private SqliteDatabase open(MigrationChain chain, DatabaseSettings settings) {
    return TestDatabases.open(chain, file, settings);
  }
}

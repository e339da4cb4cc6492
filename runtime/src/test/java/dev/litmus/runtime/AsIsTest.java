package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.NotADatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of which tools know nothing. */
class AsIsTest {

  @TempDir
  Path folder;

  private SqliteDatabase open(Path file) {
    return SqliteDatabase.asIs("stranger", file, DatabaseSettings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void nothingOfThemIsChanged(String journal) throws Exception {
    Path file = folder.resolve("any.db");
    TestDatabases.raw(file, "PRAGMA journal_mode = " + journal, "CREATE TABLE t AS SELECT 7 AS x");
    byte[] before = Files.readAllBytes(file);

    try (SqliteDatabase database = open(file)) {
      assertThat(read(database, "SELECT x FROM t")).containsExactly(7);
      assertThat(read(database, "PRAGMA journal_mode")).containsExactly(journal);
      Backup backup = database.backups().create(folder.resolve("backups"));
      assertThat(backup.manifest().schema()).isEqualTo("stranger");
      assertThat(backup.manifest().migrations()).isEmpty();
      TestDatabases.write(database, "DELETE FROM t");
      database.backups().restore(backup.file());
      assertThat(read(database, "SELECT x FROM t")).containsExactly(7);
      assertThat(read(database, "PRAGMA journal_mode")).containsExactly(journal);
      database.backups().undoRestore();
      assertThat(read(database, "SELECT x FROM t")).isEmpty();
      database.backups().undoRestore();
    }

    assertThat(Files.readAllBytes(file)).startsWith(java.util.Arrays.copyOf(before, 24));
  }

  @Test
  void aMissingOneIsNotCreated() throws Exception {
    Path file = folder.resolve("missing/any.db");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> open(folder.resolve("missing")))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> open(folder)).isInstanceOf(DatabaseOpenException.class);
    Path text = Files.writeString(folder.resolve("text"), "something else");
    assertThatThrownBy(() -> open(text)).isInstanceOf(NotADatabaseException.class);
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(text);
    }
  }

  @Test
  void aMissingOneIsRestored() throws Exception {
    Path file = folder.resolve("any.db");
    TestDatabases.raw(file, "CREATE TABLE t AS SELECT 7 AS x");
    Path backup;
    try (SqliteDatabase database = open(file)) {
      backup = database.backups().create(folder.resolve("backups")).file();
    }
    Files.delete(file);

    Restorer.asIs("stranger", file, DatabaseSettings.DEFAULT)
        .restore(backup, RestoreOptions.DEFAULT);

    try (SqliteDatabase database = open(file)) {
      assertThat(read(database, "SELECT x FROM t")).containsExactly(7);
    }
  }
}

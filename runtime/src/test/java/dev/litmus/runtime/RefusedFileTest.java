package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files whose history and the code do not belong together: refused with words that say why, and byte for byte as they
 * were afterwards.
 */
class RefusedFileTest {

  private static final String OTHER = "was not made by Litmus";
  private static final String OURS =
      "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL,"
          + " applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), checksum TEXT NOT NULL)";
  private static final DatabaseSettings VERIFY =
      DatabaseSettings.DEFAULT.with(s -> s.migrate(MigrationMode.VERIFY));

  @TempDir
  Path directory;

  private final Repositories repositories = TestDatabases.repositories("chat");

  static Stream<Arguments> files() {
    return Stream.of(
        // Of other programs.
        file(
            OTHER
                + ": it is (id INTEGER), and Litmus makes (version INTEGER PRIMARY KEY, name TEXT NOT NULL,"
                + " applied_at TEXT NOT NULL, checksum TEXT NOT NULL)",
            "CREATE TABLE _migrations (id INTEGER)"),
        file(
            OTHER
                + ": it is (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT, checksum TEXT, batch INT NOT NULL)",
            "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT, checksum TEXT,"
                + " batch INT NOT NULL)"),
        file(
            OTHER
                + ": it is (version TEXT PRIMARY KEY NOT NULL, name TEXT, applied_at TEXT, checksum TEXT)",
            "CREATE TABLE _migrations (version TEXT PRIMARY KEY NOT NULL, name TEXT, applied_at TEXT, checksum TEXT)"),
        file(
            OTHER
                + ": it is (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT, checksum INTEGER)",
            "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT, checksum INTEGER)"),
        file(
            OTHER + ", although the columns are the same: the checksum of version 1 is `-1593475`",
            "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT, checksum TEXT)",
            "INSERT INTO _migrations VALUES (1, 'init', '2026-01-01 00:00:00', '-1593475')"),
        // Of the runner before Litmus, but not as it writes them.
        predecessor(
            "TEXT PRIMARY KEY",
            "a row has the version '001' of type text, and versions are integers",
            "('001', 'init', '2026-01-01 00:00:00')"),
        predecessor(
            "PRIMARY KEY",
            "a row has the version NULL of type null",
            "(NULL, 'init', '2026-01-01 00:00:00')"),
        predecessor("REAL", "a row has the version 1.0 of type real", "(1, 'init', '2026-01-01')"),
        predecessor(
            "INTEGER",
            "version 1 is there twice",
            "(1, 'init', '2026-01-01'), (1, 'init', '2026-01-02')"),
        predecessor(
            "INTEGER PRIMARY KEY",
            "version 1 has the name NULL, and names are texts",
            "(1, NULL, '2026-01-01')"),
        predecessor(
            "INTEGER PRIMARY KEY",
            "version 1 was applied at NULL, which is no text with a date and a time",
            "(1, 'init', NULL)"),
        predecessor(
            "INTEGER PRIMARY KEY",
            "version 1 was applied at 1767225600",
            "(1, 'init', 1767225600)"),
        predecessor(
            "INTEGER PRIMARY KEY", "version 1 was applied at 'noon'", "(1, 'init', 'noon')"),
        predecessor("INTEGER PRIMARY KEY", "its schema is not", "(1, 'init', '2026-01-01')"),
        predecessor("INTEGER PRIMARY KEY", "version 7 (`x`)", "(7, 'x', '2026-01-01')"),
        // Of other code.
        file(
            "newer than the code",
            OURS,
            "INSERT INTO _migrations (version, name, checksum) VALUES (9, 'x', '')"),
        file(
            "was edited",
            OURS,
            "INSERT INTO _migrations (version, name, checksum) VALUES (1, 'init', '"
                + "0".repeat(64) + "')"));
  }

  private static Arguments file(String words, String... statements) {
    return Arguments.of(words, List.of(statements));
  }

  private static Arguments predecessor(String version, String words, String rows) {
    return file(
        words,
        "CREATE TABLE _migrations (version " + version + ", name, applied_at)",
        "INSERT INTO _migrations VALUES " + rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isAsItWas(String words, List<String> statements) throws Exception {
    for (DatabaseSettings settings : List.of(DatabaseSettings.DEFAULT, VERIFY)) {
      for (String journal : List.of("delete", "wal")) {
        Path file = directory.resolve(settings.migrations() + journal + ".sqlite");
        TestDatabases.raw(file, "PRAGMA journal_mode = " + journal);
        TestDatabases.raw(file, statements.toArray(String[]::new));
        TestDatabases.raw(file, "CREATE TABLE theirs (x)", "INSERT INTO theirs VALUES (1)");
        byte[] before = Files.readAllBytes(file);
        var refused = assertThatThrownBy(() -> open(file, settings).close())
            .isInstanceOf(MigrationException.class);
        if (settings != VERIFY) {
          refused.hasMessageContaining(words);
        }
        assertThat(file).hasBinaryContent(before);
      }
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).hasSize(4);
    }
  }

  private SqliteDatabase open(Path file, DatabaseSettings settings) {
    return SqliteDatabase.open("chat", file, settings, repositories);
  }

  @Test
  void whatIsOnlyVerifiedIsNeitherCreatedNorTurnedToWal() throws Exception {
    Path missing = directory.resolve("missing.sqlite");
    assertThatThrownBy(() -> open(missing, VERIFY))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("chat/001_init.sql");
    assertThat(missing).doesNotExist();
    Path empty = Files.createFile(directory.resolve("empty.sqlite"));
    assertThatThrownBy(() -> open(empty, VERIFY)).isInstanceOf(MigrationException.class);
    assertThat(empty).isEmptyFile();
    Path theirs = directory.resolve("theirs.sqlite");
    TestDatabases.raw(theirs, "CREATE TABLE theirs (x)");
    byte[] before = Files.readAllBytes(theirs);
    assertThatThrownBy(() -> open(theirs, VERIFY)).isInstanceOf(MigrationException.class);
    assertThat(theirs).hasBinaryContent(before);
  }
}

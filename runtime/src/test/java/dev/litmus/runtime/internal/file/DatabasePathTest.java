package dev.litmus.runtime.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.HostileStrings;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePathTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"chat", "Chat_2-old", "0", "-", "con1", "console", "com10", "nullable"})
  void aPlainNameIsAFileInTheDirectory(String schema) throws Exception {
    assertThat(DatabasePath.in(HOME, schema)).isEqualTo(HOME.resolve(schema + ".sqlite"));
    assertThat(DatabasePath.in(Path.of("home"), schema)).isAbsolute();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "..", "a.b", "a/b", "a\\b", "../a", "a b", "a?", "a\0", "é", "a\n", "%00"
      })
  void anyOtherNameIsRefused(String schema) {
    assertThatThrownBy(() -> DatabasePath.in(HOME, schema))
        .isInstanceOf(RefusedPathException.class)
        .hasMessageContaining("the schema name")
        .hasMessageNotContaining("\0")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "CON", "Nul", "prn", "AUX", "com1", "LPT9"})
  void aDeviceOfWindowsIsRefused(String schema) {
    assertThatThrownBy(() -> DatabasePath.in(HOME, schema))
        .isInstanceOf(RefusedPathException.class)
        .hasMessageContaining("device");
    assertThatThrownBy(() -> DatabasePath.file(HOME.resolve(schema + ".sqlite")))
        .isInstanceOf(RefusedPathException.class)
        .hasMessageContaining("device");
  }

  @Test
  void aVeryLongNameIsRefusedBriefly() {
    assertThatThrownBy(() -> DatabasePath.in(HOME, "x".repeat(5_000)))
        .isInstanceOf(RefusedPathException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    assertThatThrownBy(() -> DatabasePath.in(HOME, "\u202egnp")).hasMessageContaining("\\u202egnp");
  }

  @Test
  void aPathOfAnotherFileSystemIsRefused(@TempDir Path folder) throws Exception {
    Path archive = folder.resolve("a.zip");
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path inside = zip.getPath(folder.toString(), "chat.sqlite");
      assertThatThrownBy(() -> DatabasePath.file(inside))
          .isInstanceOf(RefusedPathException.class)
          .hasMessageContaining("a.zip");
      assertThatThrownBy(() -> DatabasePath.directory(zip.getPath("/")))
          .isInstanceOf(RefusedPathException.class);
    }
  }

  @Test
  void aQuestionMarkIsRefusedAnywhere() {
    for (String path : new String[] {"a?mode=ro/b", "a/b?mode=ro", "?"}) {
      assertThatThrownBy(() -> DatabasePath.directory(Path.of(path)))
          .isInstanceOfSatisfying(
              RefusedPathException.class, e -> assertThat(e.advice()).isNotEmpty())
          .hasMessageContaining("`?`");
      assertThatThrownBy(() -> DatabasePath.file(Path.of(path)))
          .isInstanceOf(RefusedPathException.class);
      assertThatThrownBy(() -> DatabasePath.in(Path.of(path), "chat"))
          .isInstanceOf(RefusedPathException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":memory:", ":resource:x", "file:x", "jdbc:sqlite:x", "mode=memory"})
  void whatTheDriverObeysAtTheStartIsNeverThere(String name) throws Exception {
    Path path = DatabasePath.file(Path.of(name));
    assertThat(path).isAbsolute();
    assertThat(path.toString()).endsWith(name).doesNotStartWith(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.sqlite-wal", "a-shm", "b-journal", "a.sqlite-lock"})
  void theNamesOfSidecarsAreRefused(String name) {
    assertThatThrownBy(() -> DatabasePath.file(HOME.resolve(name)))
        .isInstanceOf(RefusedPathException.class)
        .hasMessageContaining("keeps beside a database");
  }

  @Test
  void aPathWithoutANameIsRefused() {
    for (Path path : new Path[] {HOME.getRoot(), HOME.resolve(".."), HOME.resolve(".")}) {
      assertThatThrownBy(() -> DatabasePath.file(path))
          .isInstanceOf(RefusedPathException.class)
          .hasMessageContaining("names no file");
    }
  }

  @Test
  void noHostileTextBecomesAnotherPath() {
    for (String text : HostileStrings.ALL) {
      try {
        assertThat(DatabasePath.in(HOME, text)).isEqualTo(HOME.resolve(text + ".sqlite"));
        assertThat(text).matches("[A-Za-z0-9_-]+");
      } catch (RefusedPathException e) {
        assertThat(e).hasMessageNotContaining("\n");
      }
      try {
        Path path = HOME.resolve(text);
        assertThat(DatabasePath.file(path)).isEqualTo(path);
        assertThat(text).doesNotContain("?").doesNotContain("\0");
      } catch (RefusedPathException | InvalidPathException e) {
        assertThat(e).isNotNull();
      }
    }
  }
}

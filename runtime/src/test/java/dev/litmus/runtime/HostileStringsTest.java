package dev.litmus.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a text says, it stays a value in SQL and a name in a path, or it is refused. */
class HostileStringsTest {

  private static final String TABLES =
      "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)";

  @TempDir
  Path root;

  @Test
  void thereAreAtLeastFortyDifferentOnes() {
    assertThat(HostileStrings.ALL).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  @Test
  void aBoundTextStaysAValue() throws Exception {
    try (Databases databases = TestDatabases.open(root.resolve("db"), "chat")) {
      SqliteDatabase chat = databases.get("chat");
      List<Object> tables = TestDatabases.read(chat, TABLES);
      TestDatabases.write(chat, "INSERT INTO messages (id, body) VALUES ('witness', 'x')");
      long written = 1;
      List<String> refused = new ArrayList<>();
      for (String text : HostileStrings.ALL) {
        try {
          written += TestDatabases.write(
              chat, "INSERT INTO messages (id, body) VALUES (?, ?)", text, text);
          assertThat(TestDatabases.read(
                  chat, "SELECT body FROM messages WHERE id = ? AND body = ?", text, text))
              .containsExactly(text);
        } catch (LitmusException e) {
          refused.add(text);
        }
        assertThat(TestDatabases.read(chat, TABLES)).isEqualTo(tables);
        assertThat(TestDatabases.read(chat, "SELECT count(*) FROM messages"))
            .containsExactly((int) written);
      }
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(text -> assertThat(isWhole(text)).isFalse());
    }
    assertThat(files()).containsExactlyInAnyOrder("db/chat.sqlite");
  }

  /** UTF-8 has no unpaired surrogates, and nothing is stored in their place. */
  private static boolean isWhole(String text) {
    return text.equals(new String(text.getBytes(UTF_8), UTF_8));
  }

  private static final List<String> WHOLE =
      HostileStrings.ALL.stream().filter(HostileStringsTest::isWhole).toList();

  @Test
  void anElementOfACollectionStaysAValue() throws Exception {
    try (Databases databases = TestDatabases.open(root.resolve("db"), "chat")) {
      SqliteDatabase chat = databases.get("chat");
      List<Object> tables = TestDatabases.read(chat, TABLES);
      for (String text : WHOLE) {
        TestDatabases.write(chat, "INSERT OR IGNORE INTO chats (id) VALUES (?)", text);
      }
      String in = "SELECT id FROM chats WHERE id IN (SELECT +value FROM json_each(?))";
      for (String text : WHOLE) {
        assertThat(TestDatabases.read(chat, in, array(List.of(text)))).containsExactly(text);
      }
      Set<Object> all = new HashSet<>();
      WHOLE.forEach(text -> all.add(text));
      assertThat(TestDatabases.read(chat, in, array(WHOLE)))
          .containsExactlyInAnyOrderElementsOf(all);
      for (String text : HostileStrings.ALL) {
        if (!isWhole(text)) {
          assertThatThrownBy(() -> array(List.of(text))).isInstanceOf(SQLDataException.class);
        }
      }
      assertThat(TestDatabases.read(chat, TABLES)).isEqualTo(tables);
    }
    assertThat(files()).containsExactlyInAnyOrder("db/chat.sqlite");
  }

  private static String array(List<String> texts) throws SQLException {
    return JsonArrays.of("texts", texts);
  }

  @Test
  void aFileIsExactlyThatOneOrRefused() throws Exception {
    Repositories repositories = TestDatabases.repositories("chat");
    int round = 0;
    int opened = 0;
    for (String text : HostileStrings.ALL) {
      Path base = Files.createDirectories(root.resolve("f" + round++).resolve("a/b"));
      Set<String> before = files();
      Path file;
      try {
        file = base.resolve(text);
      } catch (InvalidPathException e) {
        continue;
      }
      if (!file.normalize().startsWith(root)) {
        continue;
      }
      try (SqliteDatabase database =
          SqliteDatabase.open("chat", file, DatabaseSettings.DEFAULT, repositories)) {
        opened++;
        Path real = database.file().orElseThrow();
        assertThat(real).isEqualTo(file.toRealPath());
        TestDatabases.write(database, "INSERT INTO counters (n) VALUES (1)");
        Set<String> expected = new HashSet<>(before);
        for (String suffix : List.of("", "-wal", "-shm")) {
          expected.add(root.toRealPath().relativize(real) + suffix);
        }
        assertThat(files()).isEqualTo(expected);
      } catch (LitmusException e) {
        assertThat(files()).as(text).isEqualTo(before);
      }
    }
    assertThat(opened).isGreaterThan(25);
  }

  @Test
  void aDirectoryIsExactlyThatOneOrRefused() throws Exception {
    int round = 0;
    int opened = 0;
    for (String text : HostileStrings.ALL) {
      // Two levels, so that `../..` stays inside the root.
      Path base = Files.createDirectories(root.resolve("r" + round++).resolve("a/b"));
      Set<String> before = files();
      Path directory;
      try {
        directory = base.resolve(text);
      } catch (InvalidPathException e) {
        continue;
      }
      // What is absolute, or leads out, is a path that a user may well mean; it is another test's.
      if (!directory.normalize().startsWith(root)) {
        continue;
      }
      try (Databases databases = TestDatabases.open(directory, "chat")) {
        opened++;
        Path file = databases.get("chat").file().orElseThrow();
        assertThat(file).isEqualTo(directory.toRealPath().resolve("chat.sqlite"));
        assertThat(
                TestDatabases.read(databases.get("chat"), "SELECT file FROM pragma_database_list"))
            .containsExactly(file.toString());
        TestDatabases.write(databases.get("chat"), "INSERT INTO chats (id) VALUES (?)", text);
        Set<String> expected = new HashSet<>(before);
        for (String suffix : List.of("", "-wal", "-shm")) {
          expected.add(root.toRealPath().relativize(file) + suffix);
        }
        assertThat(files()).isEqualTo(expected);
      } catch (LitmusException e) {
        assertThat(files()).as(text).isEqualTo(before);
      }
    }
    assertThat(opened).isGreaterThan(30);
  }

  @Test
  void aSchemaIsExactlyThatOneOrRefused() throws Exception {
    // Of this name, so that `../embedded/chat` leads both to migrations and to a directory that is
    // there.
    Path directory = Files.createDirectories(root.resolve("outer/embedded"));
    for (String text : HostileStrings.ALL) {
      try (Databases databases = TestDatabases.open(directory, text)) {
        throw new AssertionError("opened " + databases.get(text).file());
      } catch (LitmusException e) {
        assertThat(files()).as(text).isEmpty();
      }
    }
  }

  @Test
  void aNameAskedForIsNotFound() {
    try (Databases databases = TestDatabases.open(root, "chat")) {
      for (String text : HostileStrings.ALL) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> databases.get(text)))
            .isInstanceOf(LitmusException.class);
      }
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      Set<String> names = new HashSet<>();
      all.filter(Files::isRegularFile)
          .forEach(file -> names.add(root.relativize(file).toString()));
      return names;
    }
  }
}

package dev.litmus.runtime.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SetAsideTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678999Z");
  private static final String NAME = "chat.sqlite.damaged-20260102T030405.678Z";
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

  @TempDir
  Path folder;

  private Path database;

  static Stream<FileSeam> seams() {
    return FileSeamTest.seams();
  }

  @BeforeEach
  void fourFiles() throws Exception {
    database = folder.resolve("chat.sqlite");
    for (String suffix : SUFFIXES) {
      Files.writeString(folder.resolve("chat.sqlite" + suffix), "old" + suffix);
    }
    Files.writeString(folder.resolve("chat.sqlite2"), "neighbour");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void allFourFilesGetTheNewName(FileSeam files) throws Exception {
    Path aside = SetAside.of(files, database, NOW);
    assertThat(aside).isEqualTo(folder.resolve(NAME));
    assertThat(content())
        .isEqualTo(Map.of(
            NAME,
            "old",
            NAME + "-wal",
            "old-wal",
            NAME + "-shm",
            "old-shm",
            NAME + "-journal",
            "old-journal",
            "chat.sqlite2",
            "neighbour"));
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aDatabaseAloneIsEnough(FileSeam files) throws Exception {
    for (String suffix : SUFFIXES.subList(1, 4)) {
      Files.delete(folder.resolve("chat.sqlite" + suffix));
    }
    SetAside.of(files, database, NOW);
    assertThat(content()).containsOnlyKeys(NAME, "chat.sqlite2");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void nothingIsReplacedWhenTheNameIsTaken(FileSeam files) throws Exception {
    Files.writeString(folder.resolve(NAME + "-wal"), "older");
    Files.writeString(folder.resolve("chat.sqlite.damaged-20260102T030405.679Z"), "older");
    Path aside = SetAside.of(files, database, NOW);
    assertThat(aside).hasFileName("chat.sqlite.damaged-20260102T030405.680Z").hasContent("old");
    assertThat(content()).containsEntry(NAME + "-wal", "older").hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("seams")
  void whatIsNoRegularFileStays(FileSeam files) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.sqlite"), database);
    assertThatThrownBy(() -> SetAside.of(files, link, NOW)).hasMessageContaining("symbolic link");
    assertThatThrownBy(() -> SetAside.of(files, folder.resolve("nowhere.sqlite"), NOW))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(database).hasContent("old");
  }

  @Test
  void theDatabaseIsLastAndOnlyOnceTheOthersAreDurable() throws Exception {
    List<String> calls = new ArrayList<>();
    SetAside.of(failingAt(FileSeam.DEFAULT, Integer.MAX_VALUE, calls), database, NOW);
    assertThat(calls)
        .containsExactly(
            "moveToNew chat.sqlite-wal",
            "moveToNew chat.sqlite-journal",
            "moveToNew chat.sqlite-shm",
            "syncDirectory " + folder.getFileName(),
            "moveToNew chat.sqlite",
            "syncDirectory " + folder.getFileName());
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aFailureAnywhereGivesAllTheirNamesBack(FileSeam files) throws Exception {
    Map<String, String> before = content();
    for (int step = 1; step <= 6; step++) {
      FileSeam failing = failingAt(files, step, new ArrayList<>());
      assertThatThrownBy(() -> SetAside.of(failing, database, NOW))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nothing was renamed")
          .hasMessageContaining("no more");
      assertThat(content()).as("step " + step).isEqualTo(before);
    }
  }

  @Test
  void whatCannotGetItsNameBackIsNamed() throws Exception {
    // Somebody creates a new log while the old one is being moved.
    FileSeam files = failingAt(FileSeam.DEFAULT, 2, new ArrayList<>(), () -> {
      Files.writeString(folder.resolve("chat.sqlite-wal"), "new");
    });
    assertThatThrownBy(() -> SetAside.of(files, database, NOW))
        .hasMessageContaining("could not get their names back: [" + folder.resolve(NAME + "-wal"))
        .satisfies(e -> assertThat(e.getCause().getSuppressed()).hasSize(1));
    assertThat(content())
        .containsEntry("chat.sqlite", "old")
        .containsEntry("chat.sqlite-wal", "new")
        .containsEntry(NAME + "-wal", "old-wal");
  }

  @Test
  void likeWindowsAnOpenDatabaseStaysAsItIs() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
    WindowsLikeFiles files = new WindowsLikeFiles();
    Path live = folder.resolve("live.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("CREATE TABLE t (a)");
      statement.execute("INSERT INTO t VALUES (42)");
      assertThatThrownBy(() -> SetAside.of(files, live, NOW))
          .hasMessageContaining("live.sqlite cannot be set aside, nothing was renamed")
          .hasMessageContaining("being used by another process");
      try (ResultSet row = statement.executeQuery("SELECT a FROM t")) {
        assertThat(row.getInt(1)).isEqualTo(42);
      }
      assertThat(folder.resolve("live.sqlite-wal")).exists();
    }
    Path aside = SetAside.of(files, live, NOW);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + aside);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT a FROM t")) {
      assertThat(row.getInt(1)).isEqualTo(42);
    }
  }

  /** The way of `files`, whose n-th renaming or syncing fails, and what was called. */
  private static FileSeam failingAt(FileSeam files, int failing, List<String> calls) {
    return failingAt(files, failing, calls, () -> {});
  }

  private interface Interference {
    void happen() throws IOException;
  }

  private static FileSeam failingAt(
      FileSeam files, int failing, List<String> calls, Interference before) {
    return (FileSeam) Proxy.newProxyInstance(
        FileSeam.class.getClassLoader(), new Class<?>[] {FileSeam.class}, (self, method, args) -> {
          if (method.getName().equals("moveToNew") || method.getName().equals("syncDirectory")) {
            calls.add(method.getName() + " " + ((Path) args[0]).getFileName());
            if (calls.size() == failing) {
              before.happen();
              throw new IOException("no more");
            }
          }
          try {
            return method.invoke(files, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().startsWith("link")) {
          content.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return content;
  }
}

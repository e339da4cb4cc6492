package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.health.IntegrityDepth;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done to the files of a database, while it was closed and while it was open. */
class DamagedFileTest {

  private static final int ROWS = 300;
  private static final int PAGE = 4_096;
  private static final int FRAME = PAGE + 24;

  @TempDir
  Path directory;

  private Path file;
  private Path log;

  @BeforeEach
  void create() throws Exception {
    file = directory.toRealPath().resolve("chat.sqlite");
    log = file.resolveSibling("chat.sqlite-wal");
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      chat.transaction(() -> {
        for (int i = 0; i < ROWS; i++) {
          write(chat, "INSERT INTO anything (v) VALUES (?)", i + "x".repeat(500));
        }
      });
    }
  }

  /** Leaves a log of so many commits, as a process does that is killed. */
  private void leaveLog(int commits) throws Exception {
    Path copied = Files.createDirectory(directory.resolve("copied"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      for (int i = 0; i < commits; i++) {
        statement.execute("INSERT INTO counters (n) VALUES (" + i + ")");
      }
      for (Path each : List.of(file, log)) {
        Files.copy(each, copied.resolve(each.getFileName()));
      }
    }
    for (Path each : List.of(file, log)) {
      Files.deleteIfExists(each);
      Files.move(copied.resolve(each.getFileName()), each);
    }
  }

  private List<Object> counters() {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      assertThat(databases.get("chat").health().check(IntegrityDepth.FULL).isSound())
          .isTrue();
      return read(chat, "SELECT n FROM counters ORDER BY n");
    }
  }

  private static Object[] first(int count) {
    return IntStream.range(0, count).boxed().toArray();
  }

  @Test
  void aTruncatedFile() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {whole.length / 2, whole.length - PAGE, PAGE, 1_000, 100}) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      assertThatThrownBy(this::readAll)
          .as("%d bytes", length)
          .isInstanceOfAny(DatabaseOpenException.class, DatabaseCorruptException.class)
          .hasMessageMatching("(?s).*(Restore a backup of|Move that file away).*");
      assertThat(file).hasBinaryContent(cut);
    }
    Files.write(file, whole);
    readAll();
  }

  private void readAll() {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      assertThat(read(databases.get("chat"), "SELECT v FROM anything")).hasSize(ROWS);
    }
  }

  @Test
  void aDamagedHeader() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int place : new int[] {0, 16, 18, 21, 28, 46, 58, 100}) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, place, place + 2, (byte) 0x77);
      Files.write(file, damaged);
      assertThatThrownBy(this::readAll)
          .as("byte %d", place)
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(file.toString());
      assertThat(file).hasBinaryContent(damaged);
    }
    Files.write(file, whole);
    readAll();
  }

  @Test
  void aFileThatWasEmptiedKeepsItsLog() throws Exception {
    leaveLog(20);
    byte[] whole = Files.readAllBytes(file);
    byte[] logged = Files.readAllBytes(log);
    Files.write(file, new byte[0]);
    assertThatThrownBy(this::counters)
        .isExactlyInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("it is empty or was deleted, but its log " + log + " is still there")
        .hasMessageContaining("Restore a backup");
    assertThat(file).isEmptyFile();
    assertThat(log).hasBinaryContent(logged);
    Files.write(file, whole);
    assertThat(counters()).containsExactly(first(20));
  }

  /** Each frame has a sum over all before it: what comes before the damage is whole, what comes after it is gone. */
  @Test
  void aLogThatWasDamagedWhileClosed() throws Exception {
    leaveLog(20);
    flip(log, 32 + 10L * FRAME + 100);
    assertThat(counters()).containsExactly(first(10));
  }

  @Test
  void aLogThatWasCut() throws Exception {
    leaveLog(20);
    try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "rw")) {
      bytes.setLength(32 + 7L * FRAME + 1_000);
    }
    assertThat(counters()).containsExactly(first(7));
  }

  private static void flip(Path path, long place) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
      bytes.seek(place);
      int found = bytes.read();
      bytes.seek(place);
      bytes.write(~found);
    }
  }

  @Test
  void aLogThatIsOverwrittenWhileItIsOpen() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (1)");
      byte[] garbage = new byte[(int) Files.size(log) - 32 - 24];
      Arrays.fill(garbage, (byte) 0x5a);
      try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "rw")) {
        bytes.seek(32 + 24);
        bytes.write(garbage);
      }
      assertThatThrownBy(() -> read(chat, "SELECT n FROM counters"))
          .isInstanceOf(DatabaseCorruptException.class)
          .hasMessageContaining("Restore a backup of " + file);
      assertThat(chat.health().check(IntegrityDepth.QUICK).isSound()).isFalse();
      assertThat(read(chat, "SELECT count(*) FROM anything")).containsExactly(ROWS);
    }
    Files.write(file, whole);
    Files.deleteIfExists(log);
    assertThat(counters()).isEmpty();
  }

  @Test
  void aFolderOrALinkInTheLogsPlace() throws Exception {
    Path target = file.resolveSibling("elsewhere");
    for (boolean link : List.of(false, true)) {
      if (link) {
        Files.createSymbolicLink(log, target);
      } else {
        Files.createDirectory(log);
      }
      assertThatThrownBy(this::readAll)
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("Check that " + file);
      assertThat(target).doesNotExist();
      Files.delete(log);
      readAll();
    }
  }

  /** SQLite looks at names when it opens files, and never again. */
  @Test
  void withWalNothingTellsThatTheFilesWereDeleted() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (0)");
      read(chat, "SELECT n FROM counters");
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.delete(file.resolveSibling(file.getFileName() + suffix));
      }
      write(chat, "INSERT INTO counters (n) VALUES (1)");
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(first(2));
    }
    assertThat(counters()).isEmpty();
  }

  /** What is left of a file that alone was deleted is refused, and not deleted as well. */
  @Test
  void aFileThatWasDeletedWhileOpenLeavesItsLog() throws Exception {
    Path kept = file.resolveSibling("kept");
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (0)");
      Files.move(file, kept);
      write(chat, "INSERT INTO counters (n) VALUES (1)");
    }
    assertThatThrownBy(this::counters)
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("to begin anew, move that away");
    Files.delete(file);
    Files.move(kept, file);
    assertThat(counters()).containsExactly(first(2));
  }

  @Test
  void withoutWalAFileThatWasReplacedWhileOpenIsWrittenNoMore() throws Exception {
    DatabaseSettings journal = DatabaseSettings.DEFAULT.with(s -> s.wal(false));
    Path moved = file.resolveSibling("moved");
    try (Databases databases = TestDatabases.open(directory, journal, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (0)");
      Files.move(file, moved);
      Files.copy(moved, file);
      assertThatThrownBy(() -> write(chat, "INSERT INTO counters (n) VALUES (1)"))
          .isInstanceOf(DatabaseReadOnlyException.class)
          .hasMessageContaining("was moved or deleted while it was open");
      Files.delete(file);
      Files.move(moved, file);
      write(chat, "INSERT INTO counters (n) VALUES (1)");
    }
    assertThat(counters()).containsExactly(first(2));
  }
}

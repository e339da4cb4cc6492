package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseBusyException.Reason;
import dev.litmus.runtime.error.DatabaseNotFoundException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

  @TempDir
  Path directory;

  static Stream<Arguments> pragmas() {
    return Stream.of(
        setting("journal_mode", "wal", s -> {}),
        setting("journal_mode", "delete", s -> s.wal(false)),
        setting("foreign_keys", 1, s -> {}),
        setting("foreign_keys", 0, s -> s.foreignKeys(false)),
        setting("synchronous", 1, s -> {}),
        setting("synchronous", 2, s -> s.durability(Durability.FULL)),
        setting("synchronous", 2, s -> s.wal(false)),
        setting("synchronous", 3, s -> s.durability(Durability.FULL).wal(false)),
        setting("recursive_triggers", 1, s -> {}),
        setting("cache_size", -3276, s -> {}),
        setting("cache_size", -1000, s -> s.readers(2).cacheSize(3_072_000)),
        setting("mmap_size", 0, s -> {}),
        setting("mmap_size", 1 << 20, s -> s.mmapSize(1 << 20)));
  }

  private static Arguments setting(
      String pragma, Object value, Consumer<DatabaseSettings.Builder> changes) {
    return Arguments.of(pragma, value, DatabaseSettings.DEFAULT.with(changes));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("pragmas")
  void aSettingHoldsOnWriterAndReaders(String pragma, Object value, DatabaseSettings settings) {
    try (Databases databases = TestDatabases.open(directory, settings, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      assertThat(read(chat, "PRAGMA " + pragma)).containsExactly(value);
      chat.transaction(() -> {
        assertThat(read(chat, "PRAGMA " + pragma)).containsExactly(value);
      });
    }
  }

  @Test
  void eachDatabaseHasItsOwnSettings() {
    try (Databases databases = TestDatabases.builder(directory, "chat", "notes")
        .settings("notes", DatabaseSettings.DEFAULT.with(s -> s.durability(Durability.FULL)))
        .open()) {
      assertThat(read(databases.get("chat"), "PRAGMA synchronous")).containsExactly(1);
      assertThat(read(databases.get("notes"), "PRAGMA synchronous")).containsExactly(2);
    }
  }

  @Test
  void settingsOfAnUnknownSchemaAreRefusedBeforeAnyFileIsTouched() {
    assertThatThrownBy(() -> TestDatabases.builder(directory.resolve("new"), "chat")
            .settings("chats", DatabaseSettings.DEFAULT)
            .open())
        .isInstanceOf(DatabaseNotFoundException.class)
        .hasMessageContaining("chats")
        .hasMessageContaining("[chat]");
    assertThat(directory.resolve("new")).doesNotExist();
  }

  @Test
  void theMemoryBudgetIsSharedByAllConnectionsOfAllDatabases() {
    DatabaseSettings large =
        DatabaseSettings.DEFAULT.with(s -> s.cacheSize(10 << 20).readers(1));
    try (Databases databases = TestDatabases.builder(directory, "chat", "notes")
        .settings("notes", large)
        .memoryBudget(20 << 20)
        .open()) {
      int notes = (Integer) read(databases.get("notes"), "PRAGMA cache_size").get(0);
      int chat = (Integer) read(databases.get("chat"), "PRAGMA cache_size").get(0);
      assertThat(-notes * 2).isEqualTo(10 << 10);
      assertThat(-chat * 5).isEqualTo(10 << 10);
    }
  }

  @Test
  void valuesThatMakeNoSenseAreRefused() {
    assertRefused(s -> s.readers(0), "0 readers");
    assertRefused(s -> s.cacheSize(0), "0 bytes of cache");
    assertRefused(s -> s.mmapSize(-1), "-1 mapped bytes");
    assertRefused(s -> s.preparedStatements(0), "0 prepared statements");
    assertRefused(s -> s.timeout(Duration.ZERO), "no time");
    assertRefused(s -> s.busyTimeout(Duration.ofMillis(-1)), "negative");
    assertThatThrownBy(() -> Databases.builder(directory).memoryBudget(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Databases.builder(directory).closeOnShutdown(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(Consumer<DatabaseSettings.Builder> changes, String words) {
    assertThatThrownBy(() -> DatabaseSettings.DEFAULT.with(changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aBuilderThatIsKeptChangesNothingAnyMore() {
    DatabaseSettings.Builder[] kept = new DatabaseSettings.Builder[1];
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(s -> kept[0] = s.wal(false));
    kept[0].wal(true);
    assertThat(settings.isWal()).isFalse();
    assertThat(DatabaseSettings.DEFAULT.isWal()).isTrue();
  }

  @Test
  void withoutWalACommitWaitsForTheReader() throws Exception {
    DatabaseSettings settings =
        DatabaseSettings.DEFAULT.with(s -> s.wal(false).busyTimeout(Duration.ofSeconds(2)));
    try (Databases databases = TestDatabases.open(directory, settings, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (1)");
      Transaction reading = chat.begin(TransactionMode.READ);
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(1);
      Thread writer =
          new Thread(() -> write(chat, "INSERT INTO counters (n) VALUES (2)"), "writer");
      writer.start();
      writer.join(200);
      assertThat(writer.isAlive()).isTrue();
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(1);
      reading.commit();
      writer.join();
      assertThat(read(chat, "SELECT n FROM counters ORDER BY n")).containsExactly(1, 2);
    }
    assertThat(directory.resolve("chat.sqlite-wal")).doesNotExist();
  }

  /** Readers and the writer of a file without WAL lock each other out, which is no other process's doing. */
  @Test
  void withoutWalAThreadOfThisProcessIsNamed() throws Exception {
    DatabaseSettings settings = TestDatabases.SHORT.with(s -> s.wal(false));
    try (Databases databases = TestDatabases.open(directory, settings, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      read(chat, "SELECT n FROM counters");
      try (Transaction reading = chat.begin(TransactionMode.READ)) {
        read(chat, "SELECT n FROM counters");
        assertThat(busyInThread(() -> write(chat, "INSERT INTO counters (n) VALUES (1)"))
                .reason())
            .isEqualTo(Reason.READER);
        assertThat(busyInThread(() ->
                    chat.transaction(() -> write(chat, "INSERT INTO counters (n) VALUES (1)")))
                .reason())
            .isEqualTo(Reason.READER);
        reading.commit();
      }
      try (Transaction writing = chat.begin(TransactionMode.EXCLUSIVE)) {
        assertThat(busyInThread(() -> read(chat, "SELECT n FROM counters")).reason())
            .isEqualTo(Reason.WRITER);
        writing.commit();
      }
      try (Connection other =
              DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.sqlite"));
          Statement lock = other.createStatement()) {
        lock.execute("BEGIN EXCLUSIVE");
        assertThatThrownBy(() -> read(chat, "SELECT n FROM counters"))
            .isInstanceOfSatisfying(DatabaseBusyException.class, e -> {
              assertThat(e.reason()).isEqualTo(Reason.OTHER_PROCESS);
              assertThat(e.holders()).isEmpty();
            });
        lock.execute("ROLLBACK");
      }
    }
  }

  private static DatabaseBusyException busyInThread(Runnable work) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> thrown.set(catchThrowable(work::run)));
    thread.start();
    thread.join();
    String here = Thread.currentThread().getName();
    assertThat(thrown.get())
        .isInstanceOf(DatabaseBusyException.class)
        .hasMessageContaining("thread `" + here + "` of this process")
        .hasMessageNotContaining("another process");
    DatabaseBusyException busy = (DatabaseBusyException) thrown.get();
    assertThat(busy.holders()).containsExactly(here);
    return busy;
  }

  static Stream<Duration> ever() {
    return Stream.of(
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Duration.ofMillis(Long.MAX_VALUE),
        Duration.ofNanos(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("ever")
  void forEverIsALimitLikeAnyOther(Duration ever) throws Exception {
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(
        s -> s.busyTimeout(ever).timeout(ever).closeTimeout(ever, ever));
    for (int round = 0; round < 2; round++) {
      Databases databases = TestDatabases.builder(directory, "chat")
          .settings(settings)
          .closeOnShutdown(ever)
          .open();
      SqliteDatabase chat = databases.get("chat");
      TransactionOptions options =
          TransactionOptions.of(TransactionMode.IMMEDIATE).withTimeout(ever);
      Thread other = new Thread(() ->
          chat.transaction(options, () -> write(chat, "INSERT INTO counters (n) VALUES (2)")));
      chat.transaction(options, () -> {
        other.start();
        while (other.getState() != Thread.State.TIMED_WAITING) {
          Thread.sleep(1);
        }
        chat.transaction(options, () -> write(chat, "INSERT INTO counters (n) VALUES (1)"));
      });
      other.join();
      assertThat(read(chat, "SELECT count(*) FROM counters")).containsExactly(2 * (round + 1));
      databases.close();
    }
  }

  @Test
  void aReadOnlyDatabaseReadsAndRefusesToWrite() {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      write(databases.get("chat"), "INSERT INTO counters (n) VALUES (7)");
    }
    try (Databases databases = TestDatabases.open(directory, READ_ONLY, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(7);
      assertThatThrownBy(() -> write(chat, "INSERT INTO counters (n) VALUES (8)"))
          .isInstanceOf(DatabaseReadOnlyException.class)
          .hasMessageContaining("read-only");
      assertThatThrownBy(chat::begin).isInstanceOf(DatabaseReadOnlyException.class);
      assertThatThrownBy(() -> read(chat, "INSERT INTO counters (n) VALUES (8) RETURNING n"))
          .hasMessageContaining("readonly");
      try (Transaction transaction = chat.begin(TransactionMode.READ)) {
        assertThat(read(chat, "SELECT n FROM counters")).containsExactly(7);
        transaction.commit();
      }
    }
  }

  private static final DatabaseSettings READ_ONLY =
      DatabaseSettings.DEFAULT.with(s -> s.readOnly(true));

  @Test
  void aReadOnlyDatabaseIsNotCreated() {
    assertThatThrownBy(() -> TestDatabases.open(directory, READ_ONLY, "chat"))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("does not exist");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void filesOfOneSchemaAreDatabasesOfTheirOwn() throws Exception {
    Repositories repositories = TestDatabases.repositories("chat", "notes");
    Path first = directory.resolve("tenants/first.db");
    Path second = directory.resolve("tenants/second.db");
    try (SqliteDatabase one =
            SqliteDatabase.open("chat", first, DatabaseSettings.DEFAULT, repositories);
        SqliteDatabase two =
            SqliteDatabase.open("chat", second, DatabaseSettings.DEFAULT, repositories)) {
      write(one, "INSERT INTO counters (n) VALUES (1)");
      assertThat(read(two, "SELECT n FROM counters")).isEmpty();
      assertThat(one.file()).hasValue(first.toRealPath());
      assertThat(one.repository(TestDatabases.Anchor.class))
          .isSameAs(one.repository(TestDatabases.Anchor.class))
          .isNotSameAs(two.repository(TestDatabases.Anchor.class));
      assertThatThrownBy(
              () -> SqliteDatabase.open("chat", first, DatabaseSettings.DEFAULT, repositories))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("open already");
    }
    assertThat(Files.exists(first)).isTrue();
    SqliteDatabase.open("chat", first, DatabaseSettings.DEFAULT, repositories).close();
    assertThatThrownBy(
            () -> SqliteDatabase.open("chats", second, DatabaseSettings.DEFAULT, repositories))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("[chat, notes]");
  }

  @Test
  void aRepositoryOfAnotherSchemaIsRefused() {
    Repositories repositories = TestDatabases.repositories("chat");
    try (Databases notes = TestDatabases.open(directory, "notes")) {
      SqliteDatabase other = new DatabaseOpener(
              TestDatabases.repositories("notes").chain("notes"),
              DatabaseSettings.DEFAULT,
              repositories)
          .inMemory();
      assertThatThrownBy(() -> other.repository(TestDatabases.Anchor.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("`chat`")
          .hasMessageContaining("`notes`");
      other.close();
      assertThat(notes.get("notes").repository(TestDatabases.Anchor.class)).isNotNull();
    }
  }
}

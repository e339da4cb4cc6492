package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.StatementException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LogTest {

  @TempDir
  Path directory;

  private LogRecords logged;

  @BeforeEach
  void listen() {
    logged = new LogRecords();
  }

  @AfterEach
  void stop() {
    logged.close();
  }

  @Test
  void openingIsInformationWithPathAndJournal() {
    DatabaseSettings withoutLog = DatabaseSettings.DEFAULT.with(s -> s.wal(false));
    TestDatabases.builder(directory, "chat", "notes")
        .settings("notes", withoutLog)
        .open()
        .close();
    assertThat(logged.of(Level.INFO))
        .containsSubsequence(
            "chat: opened " + directory.resolve("chat.sqlite") + ", WAL true",
            "notes: opened " + directory.resolve("notes.sqlite") + ", WAL false",
            directory + ": databases opened: [chat, notes]",
            "notes: closed " + directory.resolve("notes.sqlite"),
            "chat: closed " + directory.resolve("chat.sqlite"));
    assertThat(logged.of(Level.WARNING)).isEmpty();
    assertThat(logged.of(Level.ERROR)).isEmpty();
  }

  @Test
  void aRepositoryThatLagsBehindTheMigrationsIsAWarning() {
    Repositories lagging = new Repositories(
        List.of(new TestDatabases.AnchorFactory("chat", TestDatabases.NO_MIGRATIONS)), List.of());

    new Databases.Builder(directory).repositories(lagging).open().close();

    assertThat(logged.of(Level.WARNING))
        .containsExactly(
            "chat: dev.litmus.runtime.TestDatabases$Anchor was compiled against the first 0 of 1 migrations,"
                + " and its SQL is not proven on the others: build its module again");
  }

  @Test
  void aBackupAndItsRestoringAreInformation() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      Backups backups = databases.get("chat").backups();
      Path backup = backups.create(directory.toRealPath().resolve("backups")).file();
      Path before = backups.restore(backup).previous().orElseThrow();
      assertThat(logged.of(Level.INFO))
          .contains(
              "chat: backup " + backup,
              "chat: restored " + before.resolveSibling("chat.sqlite") + " from " + backup
                  + "; what was there before is " + before);
    }
    assertThat(logged.of(Level.WARNING)).isEmpty();
  }

  @Test
  void closingTwiceIsOneLine() {
    Databases databases = TestDatabases.open(directory, "chat");
    databases.close();
    databases.close();
    assertThat(logged.of(Level.INFO))
        .filteredOn(line -> line.contains(": closed "))
        .hasSize(1);
  }

  @Test
  void anOptionalDatabaseThatCannotBeOpenedIsAWarningWithItsCause() throws Exception {
    Files.writeString(directory.resolve("notes.sqlite"), "this is no database ".repeat(100));
    TestDatabases.builder(directory, "chat", "notes")
        .settings("notes", DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.OPTIONAL)))
        .open()
        .close();
    assertThat(logged.of(Level.WARNING))
        .containsExactly("notes: not opened, and going on without it");
    assertThat(logged.thrown())
        .singleElement()
        .isInstanceOf(DatabaseOpenException.class)
        .asString()
        .contains("is not an SQLite database");
    assertThat(logged.of(Level.INFO)).contains(directory + ": databases opened: [chat]");
  }

  @Test
  void workThatIsLeftOverIsAWarningAndTheEndIsLoggedWhenItComes() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Databases databases = TestDatabases.open(
        directory,
        DatabaseSettings.DEFAULT.with(
            s -> s.closeTimeout(Duration.ofMillis(1), Duration.ofMillis(1))),
        "chat");
    Thread worker = new Thread(
        () -> {
          try (Transaction left = databases.get("chat").begin()) {
            assertThat(left).isNotNull();
            begun.countDown();
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "late-worker");
    worker.start();
    begun.await();
    databases.close();
    assertThat(logged.of(Level.WARNING))
        .containsExactly(
            "chat: still used, and closed when they let go of it, by thread `late-worker`");
    assertThat(logged.of(Level.INFO)).noneMatch(line -> line.startsWith("chat: closed"));
    closed.countDown();
    worker.join();
    assertThat(logged.of(Level.INFO)).endsWith("chat: closed " + directory.resolve("chat.sqlite"));
  }

  @Test
  void noValueIsEverLogged() {
    String secret = "s3cret-value";
    DatabaseSettings open = DatabaseSettings.DEFAULT.with(s -> s.listener(new DatabaseListener() {
      @Override
      public void statement(StatementEvent event) {
        throw new IllegalStateException("a broken listener");
      }
    }));
    try (Databases databases = TestDatabases.open(directory, open, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      read(chat, "SELECT ?", secret);
      write(chat, "CREATE TABLE once (n TEXT UNIQUE)");
      write(chat, "INSERT INTO once VALUES (?)", secret);
      assertThatThrownBy(() -> write(chat, "INSERT INTO once VALUES (?)", secret))
          .isInstanceOf(ConstraintException.class);
      assertThatThrownBy(() -> read(chat, "SELECT json(?)", "{" + secret))
          .isInstanceOf(StatementException.class);
    }
    StringWriter everything = new StringWriter();
    logged.all().forEach(line -> everything.write(line + "\n"));
    logged.thrown().forEach(e -> e.printStackTrace(new PrintWriter(everything)));
    assertThat(everything.toString()).contains("a broken listener").doesNotContain(secret);
  }
}

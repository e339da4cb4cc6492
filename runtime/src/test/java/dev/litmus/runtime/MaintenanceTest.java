package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.health.Checkpoint;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.Optimization;
import dev.litmus.runtime.health.Vacuum;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maintenance does what it says, beside readers and other programs, and never makes a search find other rows. */
class MaintenanceTest {

  private static final String TABLES = """
      CREATE TABLE messages (id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, text TEXT NOT NULL);
      CREATE INDEX by_chat ON messages (chat, text);
      CREATE VIRTUAL TABLE found USING fts5(text, content='messages', content_rowid='id');
      CREATE TRIGGER messages_ai AFTER INSERT ON messages BEGIN
        INSERT INTO found (rowid, text) VALUES (new.id, new.text);
      END;
      CREATE TRIGGER messages_ad AFTER DELETE ON messages BEGIN
        INSERT INTO found (found, rowid, text) VALUES ('delete', old.id, old.text);
      END;
      """;

  @TempDir
  Path directory;

  private Path file;
  private Path log;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = directory.resolve("chat.sqlite");
    log = directory.resolve("chat.sqlite-wal");
    database = open(TestDatabases.SHORT);
    database.transaction(() -> {
      for (int i = 0; i < 1500; i++) {
        write(
            database,
            "INSERT INTO messages (chat, text) VALUES (?, ?)",
            i % 7,
            "message " + "x".repeat(80) + i);
      }
    });
  }

  private SqliteDatabase open(DatabaseSettings settings, String... more) throws Exception {
    MigrationChain chain = TestDatabases.chain("001_a.sql", TABLES + String.join("", more));
    return TestDatabases.open(chain, file, settings);
  }

  private void reopen(DatabaseSettings settings) throws Exception {
    database.close();
    database = open(settings);
  }

  private void anew(String schema) throws Exception {
    database.close();
    Files.delete(file);
    database =
        TestDatabases.open(TestDatabases.chain("001_a.sql", schema), file, TestDatabases.SHORT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Runs something while another thread is in a transaction that has read. */
  private void beside(Runnable work) throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> reader = CompletableFuture.runAsync(() ->
        database.transaction(TransactionOptions.of(TransactionMode.READ), () -> {
          List<Object> before = read(database, "SELECT count(*) FROM messages");
          reading.countDown();
          uninterrupted(done);
          assertThat(read(database, "SELECT count(*) FROM messages")).isEqualTo(before);
        }));
    reading.await();
    try {
      work.run();
    } finally {
      done.countDown();
    }
    reader.get();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void optimizeAnalyzesWhatWasNotOnce() {
    Optimization first = database.health().optimize();
    assertThat(first.schema()).isEqualTo("chat");
    assertThat(first.analyzed()).contains("messages").isSorted();
    assertThat(read(database, "SELECT idx FROM sqlite_stat1 WHERE tbl = 'messages'"))
        .contains("by_chat");
    assertThat(database.health().optimize().analyzed()).isEmpty();
  }

  /** Of two indexes, the one that was made last is taken as long as nothing is known. */
  @Test
  void whatIsOpenPlansWithWhatWasAnalyzed() throws Exception {
    anew("CREATE TABLE t (a, b); CREATE INDEX by_b ON t (b); CREATE INDEX by_a ON t (a);");
    // The first time a table is created for what is known, which all notice.
    database.health().optimize();
    write(database, """
        INSERT INTO t
        WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
        SELECT 1, i FROM n""");
    assertThat(planOfBoth("")).contains("by_a");
    database.health().optimize();
    assertThat(planOfBoth("-- again")).contains("by_b");
  }

  /** EXPLAIN alone runs nothing, and does not look whether the schema has changed. */
  private String planOfBoth(String comment) {
    assertThat(read(database, "SELECT count(*) FROM t")).containsExactly(3001);
    try (PreparedStatement statement = database.read(TestDatabases.sql(
            "EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE a = 1 AND b = 5" + comment));
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(4) : "";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCheckpointEmptiesTheLog() throws Exception {
    assertThat(log).isNotEmptyFile();
    Checkpoint checkpoint = database.health().checkpoint();
    assertThat(checkpoint.complete()).isTrue();
    assertThat(checkpoint.logPages()).isPositive().isEqualTo(checkpoint.movedPages());
    assertThat(log).isEmptyFile();
    assertThat(database.health().checkpoint()).isEqualTo(new Checkpoint("chat", 0, 0, true));
  }

  @Test
  void aCheckpointThatReadersHoldUpSaysSo() throws Exception {
    database.health().checkpoint();
    beside(() -> {
      write(database, "DELETE FROM messages WHERE id > 700");
      Checkpoint checkpoint = database.health().checkpoint();
      assertThat(checkpoint.complete()).isFalse();
      assertThat(checkpoint.movedPages()).isLessThan(checkpoint.logPages());
    });
    assertThat(database.health().checkpoint().complete()).isTrue();
    assertThat(read(database, "SELECT count(*) FROM messages")).containsExactly(700);
  }

  @Test
  void withoutALogThereIsNothingToMove() throws Exception {
    reopen(TestDatabases.SHORT.with(s -> s.wal(false)));
    assertThat(database.health().checkpoint()).isEqualTo(new Checkpoint("chat", 0, 0, true));
    try (SqliteDatabase memory = TestDatabases.builder(null, "chat").open().get("chat")) {
      assertThat(memory.health().checkpoint().complete()).isTrue();
      assertThat(memory.health().optimize().analyzed()).isNotEmpty();
      assertThat(memory.health().vacuum().rebuilt()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void vacuumGivesFreePagesBack(boolean wal) throws Exception {
    reopen(TestDatabases.SHORT.with(s -> s.wal(wal)));
    write(database, "DELETE FROM messages WHERE id % 10 > 0");
    database.health().checkpoint();
    long size = Files.size(file);

    Vacuum vacuum = database.health().vacuum();

    assertThat(vacuum.bytesBefore()).isEqualTo(size);
    assertThat(vacuum.bytesAfter()).isLessThan(size / 2).isEqualTo(Files.size(file));
    assertThat(vacuum.rebuilt()).isEmpty();
    assertThat(vacuum.checkpoint().complete()).isTrue();
    assertThat(database.health().statistics().freePages()).isZero();
    assertThat(database.health().check(IntegrityDepth.FULL).findings()).isEmpty();
    assertThat(read(database, "SELECT count(*) FROM messages")).containsExactly(150);
    assertThat(read(database, "SELECT count(*) FROM found('message')")).containsExactly(150);
  }

  @Test
  void readersOfTheLogGoOnBesideAVacuum() throws Exception {
    beside(() -> {
      write(database, "DELETE FROM messages WHERE id > 10");
      Vacuum vacuum = database.health().vacuum();
      assertThat(vacuum.bytesAfter()).isLessThan(vacuum.bytesBefore());
      assertThat(vacuum.checkpoint().complete()).isFalse();
    });
    assertThat(read(database, "SELECT count(*) FROM messages")).containsExactly(10);
  }

  @Test
  void withoutALogReadersKeepAVacuumOut() throws Exception {
    reopen(TestDatabases.SHORT.with(s -> s.wal(false)));
    beside(() -> assertThatThrownBy(() -> database.health().vacuum())
        .isInstanceOfSatisfying(
            DatabaseBusyException.class,
            e -> assertThat(e.reason()).isEqualTo(DatabaseBusyException.Reason.READER)));
    assertThat(database.health().vacuum().checkpoint().complete()).isTrue();
  }

  @Test
  void theTimeLimitHoldsForIt() throws Exception {
    write(database, """
        INSERT INTO messages (chat, text)
        WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
        SELECT i, 'more' FROM n""");
    reopen(TestDatabases.SHORT.with(s -> s.timeout(Duration.ofMillis(5))));
    assertThatThrownBy(() -> database.health().vacuum())
        .isInstanceOf(StatementTimeoutException.class);
    assertThatThrownBy(() -> database.health().check(IntegrityDepth.FULL))
        .isInstanceOf(StatementTimeoutException.class);
  }

  @Test
  void anotherProgramThatWritesKeepsAVacuumOut() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> database.health().vacuum())
          .isInstanceOf(DatabaseBusyException.class);
      assertThatThrownBy(() -> database.health().optimize())
          .isInstanceOf(DatabaseBusyException.class);
      // What was committed is moved; the log stays, because the other program may go on with it.
      Checkpoint checkpoint = database.health().checkpoint();
      assertThat(checkpoint.complete()).isFalse();
      assertThat(checkpoint.movedPages()).isPositive().isEqualTo(checkpoint.logPages());
    }
  }

  @Test
  void anIndexForSearchOfOtherTextsIsBuiltAgain() throws Exception {
    database.close();
    TestDatabases.raw(file, "UPDATE messages SET text = 'another' WHERE id = 7");
    database = open(TestDatabases.SHORT);
    assertThat(database.health().vacuum().rebuilt()).containsExactly("found");
    assertThat(read(database, "SELECT rowid FROM found('another')")).containsExactly(7);
    assertThat(database.health().check(IntegrityDepth.FULL).findings()).isEmpty();
  }

  private static final String WITHOUT_NUMBERS = """
      CREATE TABLE notes (name TEXT%s, text TEXT);
      CREATE VIRTUAL TABLE found USING fts5(text, content = "notes");
      CREATE TRIGGER notes_ai AFTER INSERT ON notes BEGIN
        INSERT INTO found (rowid, text) VALUES (new.rowid, new.text);
      END;
      """;

  private void fillNotes() {
    for (String word : List.of("apple", "pear", "plum")) {
      write(database, "INSERT INTO notes VALUES (?, ?)", word, word);
    }
    // Without a trigger for it, as it is the index alone that would be wrong.
    write(database, "DELETE FROM notes WHERE text = 'apple'");
    write(database, "INSERT INTO found (found, rowid, text) VALUES ('delete', 1, 'apple')");
  }

  @Test
  void aVacuumThatWouldMakeASearchFindOtherRowsIsRefused() throws Exception {
    anew(WITHOUT_NUMBERS.formatted(""));
    fillNotes();
    assertThatThrownBy(() -> database.health().vacuum())
        .isInstanceOf(StatementException.class)
        .hasMessageContainingAll("`notes`", "`found`", "INTEGER PRIMARY KEY");
    assertThat(read(database, "SELECT rowid FROM notes")).containsExactly(2, 3);
    assertThat(read(database, "SELECT rowid FROM found('plum')")).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {" PRIMARY KEY", " UNIQUE", ", id INTEGER PRIMARY KEY"})
  void whereRowsKeepTheirNumbersAVacuumIsWhatItIs(String key) throws Exception {
    anew(WITHOUT_NUMBERS.formatted(key).replace("INSERT INTO notes VALUES", "INSERT INTO notes"));
    if (key.contains("id")) {
      for (int i = 2; i < 4; i++) {
        write(
            database,
            "INSERT INTO notes (id, name, text) VALUES (?, ?, ?)",
            i,
            "n" + i,
            i == 2 ? "pear" : "plum");
      }
    } else {
      fillNotes();
    }
    assertThat(database.health().vacuum().rebuilt()).isEmpty();
    assertThat(read(database, "SELECT rowid FROM notes")).containsExactlyInAnyOrder(2, 3);
    assertThat(read(
            database,
            "SELECT n.text FROM found f JOIN notes n ON n.rowid = f.rowid"
                + " WHERE found MATCH 'plum'"))
        .containsExactly("plum");
  }

  @Test
  void rowsThatAreCountedFromOneKeepTheirNumbers() throws Exception {
    anew(WITHOUT_NUMBERS.formatted(""));
    write(database, "INSERT INTO notes VALUES ('a', 'apple'), ('b', 'pear')");
    assertThat(database.health().vacuum().rebuilt()).isEmpty();
    assertThat(read(database, "SELECT rowid FROM found('pear')")).containsExactly(2);
  }

  @Test
  void anIndexWithoutTextsMayBeOfAnyTable() throws Exception {
    anew(
        "CREATE TABLE notes (text TEXT); CREATE VIRTUAL TABLE found USING fts5(text, content='');");
    write(database, "INSERT INTO notes (rowid, text) VALUES (5, 'apple')");
    assertThatThrownBy(() -> database.health().vacuum())
        .isInstanceOf(StatementException.class)
        .hasMessageContainingAll("`notes`", "`found`");
    write(database, "DELETE FROM notes");
    assertThat(database.health().vacuum().rebuilt()).isEmpty();
  }

  @Test
  void allOfItNeedsTheWriter() throws Exception {
    List<Consumer<Health>> all = List.of(Health::optimize, Health::checkpoint, Health::vacuum);
    database.transaction(() -> {
      for (Consumer<Health> each : all) {
        assertThatThrownBy(() -> each.accept(database.health()))
            .isInstanceOf(TransactionException.class);
      }
    });
    reopen(DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)));
    for (Consumer<Health> each : all) {
      assertThatThrownBy(() -> each.accept(database.health()))
          .isInstanceOf(DatabaseReadOnlyException.class);
    }
  }
}

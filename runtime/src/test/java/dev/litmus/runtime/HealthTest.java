package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityFinding.Kind;
import dev.litmus.runtime.health.IntegrityReport;
import dev.litmus.runtime.health.ObjectSize;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  private static final String TABLES = """
      CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
      CREATE INDEX by_text ON messages (text);
      CREATE TABLE likes (message INTEGER REFERENCES messages (id));
      CREATE VIRTUAL TABLE found USING fts5(text, content='messages', content_rowid='id');
      CREATE TRIGGER messages_ai AFTER INSERT ON messages BEGIN
        INSERT INTO found (rowid, text) VALUES (new.id, new.text);
      END;
      """;

  @TempDir
  Path directory;

  private Path file;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = directory.resolve("chat.sqlite");
    database = open(DatabaseSettings.DEFAULT);
    database.transaction(() -> {
      for (int i = 0; i < 500; i++) {
        write(database, "INSERT INTO messages (text) VALUES (?)", "message number " + i);
      }
    });
  }

  private SqliteDatabase open(DatabaseSettings settings) throws Exception {
    MigrationChain chain = TestDatabases.chain("001_a.sql", TABLES);
    return TestDatabases.open(chain, file, settings);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void reopenAfter(String... statements) throws Exception {
    database.close();
    TestDatabases.raw(file, statements);
    database = open(DatabaseSettings.DEFAULT);
  }

  @Test
  void aSoundDatabaseHasNoFindings() {
    assertThat(database.health().check(IntegrityDepth.FULL))
        .isEqualTo(new IntegrityReport("chat", IntegrityDepth.FULL, List.of()));
    assertThat(database.health().check(IntegrityDepth.QUICK).findings()).isEmpty();
  }

  @Test
  void allDatabasesAreCheckedAndMeasured() throws Exception {
    Path place = directory.resolve("all");
    TestDatabases.open(place, "chat", "notes").close();
    TestDatabases.raw(
        place.resolve("chat.sqlite"),
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO messages VALUES ('m', 'text', 'nowhere')");
    try (Databases all = TestDatabases.open(place, "chat", "notes")) {
      assertThat(all.check(IntegrityDepth.QUICK).values())
          .extracting(IntegrityReport::schema, IntegrityReport::isSound)
          .containsExactly(tuple("chat", false), tuple("notes", true));
      assertThat(all.statistics().keySet()).containsExactly("chat", "notes");
      assertThat(all.statistics().values()).allMatch(one -> one.pages() > 1);
    }
  }

  @Test
  void aRowWithoutItsParentIsFound() throws Exception {
    reopenAfter("INSERT INTO likes VALUES (9999), (9998)");
    assertThat(database.health().check(IntegrityDepth.QUICK).findings())
        .extracting(IntegrityFinding::kind, IntegrityFinding::object, IntegrityFinding::fact)
        .containsExactly(
            tuple(Kind.FOREIGN_KEY, "likes", "2 rows of `likes` without their row of `messages`"));
  }

  @Test
  void anIndexForSearchOfOtherTextsIsFoundWhenAllIsChecked() throws Exception {
    // As after a VACUUM that has given the rows other numbers.
    reopenAfter("UPDATE messages SET text = 'another' WHERE id = 7");
    assertThat(database.health().check(IntegrityDepth.QUICK).findings()).isEmpty();
    assertThat(database.health().check(IntegrityDepth.FULL).findings())
        .extracting(IntegrityFinding::kind, IntegrityFinding::object, IntegrityFinding::help)
        .containsExactly(
            tuple(Kind.SEARCH, "found", "run `INSERT INTO found(found) VALUES('rebuild')`"));
    // It is found again: the transaction of the check is over.
    assertThat(database.health().check(IntegrityDepth.FULL).isSound()).isFalse();
    write(database, "INSERT INTO found (found) VALUES ('rebuild')");
    assertThat(database.health().check(IntegrityDepth.FULL).findings()).isEmpty();
  }

  @Test
  void anIndexForSearchThatLacksAMessageIsFoundOnce() throws Exception {
    reopenAfter("DROP TRIGGER messages_ai", "INSERT INTO messages (text) VALUES ('unknown')");
    assertThat(database.health().check(IntegrityDepth.FULL).findings())
        .extracting(IntegrityFinding::kind, IntegrityFinding::object)
        .containsExactly(tuple(Kind.SEARCH, "found"));
  }

  @Test
  void anIndexThatLacksARowIsFoundWhenAllIsChecked() throws Exception {
    reopenAfter(
        "DROP INDEX by_text",
        "CREATE INDEX by_text ON messages (text) WHERE id > 3",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX by_text ON messages (text)' WHERE name = 'by_text'");
    assertThat(database.health().check(IntegrityDepth.FULL).findings())
        .isNotEmpty()
        .allSatisfy(finding -> {
          assertThat(finding.kind()).isEqualTo(Kind.STRUCTURE);
          assertThat(finding.help()).contains("REINDEX");
        });
  }

  @Test
  void damagedPagesAreFindingsAndNoFailure() throws Exception {
    database.close();
    long size = Files.size(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      // The middle of the file, where the rows are.
      bytes.seek(size / 2 / 4096 * 4096);
      bytes.write(new byte[8192]);
    }
    database = open(DatabaseSettings.DEFAULT);
    for (IntegrityDepth depth : IntegrityDepth.values()) {
      assertThat(database.health().check(depth).findings())
          .isNotEmpty()
          .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.STRUCTURE));
    }
  }

  @Test
  void checkingAllNeedsTheWriter() throws Exception {
    database.transaction(() -> {
      assertThat(database.health().check(IntegrityDepth.QUICK).findings()).isEmpty();
      assertThatThrownBy(() -> database.health().check(IntegrityDepth.FULL))
          .isInstanceOf(TransactionException.class);
    });
    database.close();
    database = open(DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)));
    assertThat(database.health().check(IntegrityDepth.QUICK).findings()).isEmpty();
    assertThatThrownBy(() -> database.health().check(IntegrityDepth.FULL))
        .isInstanceOf(DatabaseReadOnlyException.class);
  }

  @Test
  void statisticsTellOfPagesAndTheLogAndWriteNothing() throws Exception {
    Path log = directory.resolve("chat.sqlite-wal");
    long before = Files.size(log);
    DatabaseStatistics statistics = database.health().statistics();
    assertThat(statistics.schema()).isEqualTo("chat");
    assertThat(statistics.pageSize()).isEqualTo(4096);
    assertThat(statistics.sizeBytes()).isEqualTo(statistics.pages() * 4096).isGreaterThan(40_000);
    assertThat(statistics.freePages()).isZero();
    assertThat(statistics.logBytes()).isEqualTo(before).isPositive();
    assertThat(statistics.logPages()).isEqualTo((before - 32) / (4096 + 24)).isPositive();
    assertThat(Files.size(log)).isEqualTo(before);

    write(database, "DELETE FROM messages WHERE id > 1");
    assertThat(database.health().statistics().freePages()).isPositive();
  }

  @Test
  void sizesTellOfEveryTableAndIndex() {
    List<ObjectSize> sizes = database.health().sizes();
    assertThat(sizes)
        .filteredOn(size -> size.table().equals("messages"))
        .extracting(ObjectSize::name, ObjectSize::isIndex, ObjectSize::rows)
        .containsExactlyInAnyOrder(
            tuple("messages", false, OptionalLong.of(500)),
            tuple("by_text", true, OptionalLong.empty()));
    assertThat(sizes).isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
    assertThat(sizes).allSatisfy(size -> {
      assertThat(size.bytes()).isPositive();
      assertThat(size.unusedBytes()).isBetween(0L, size.bytes());
    });
    long pages = sizes.stream().mapToLong(ObjectSize::bytes).sum() / 4096;
    // The rest is the schema itself.
    assertThat(pages)
        .isBetween(
            database.health().statistics().pages() - 3,
            database.health().statistics().pages());
  }

  @Test
  void inMemoryThereIsNoLog() {
    try (SqliteDatabase memory = TestDatabases.builder(null, "chat").open().get("chat")) {
      assertThat(memory.health().statistics().logBytes()).isZero();
      assertThat(memory.health().check(IntegrityDepth.FULL).isSound()).isTrue();
    }
  }
}

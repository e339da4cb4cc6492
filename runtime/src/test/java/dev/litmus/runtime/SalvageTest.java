package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.SalvageReport;
import dev.litmus.runtime.health.SalvagedTable;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read of a damaged file is read, to the byte, and nothing else is. */
class SalvageTest {

  private static final int PAGE = 4096;
  private static final String TABLES = """
      CREATE TABLE chats (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL);
      INSERT INTO chats (id, title) VALUES (1, 'from the migration');
      CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        extra
      );
      CREATE INDEX by_chat ON messages (chat);
      CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
      CREATE TABLE tags (message INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (message, tag));
      CREATE TABLE files (name TEXT UNIQUE, content BLOB);
      CREATE TABLE log (line TEXT);
      CREATE VIRTUAL TABLE found USING fts5(text, content='messages', content_rowid='id');
      CREATE VIRTUAL TABLE notes USING fts5(body);
      CREATE TRIGGER messages_ai AFTER INSERT ON messages BEGIN
        INSERT INTO found (rowid, text) VALUES (new.id, new.text);
        INSERT INTO log VALUES ('a message');
      END;
      CREATE VIEW titles AS SELECT title FROM chats;
      """;
  private static final List<String> NAMES =
      List.of("chats", "messages", "settings", "tags", "files");

  @TempDir
  Path directory;

  private Path file;
  private Path into;
  private MigrationChain chain;

  @BeforeEach
  void fill() throws Exception {
    file = directory.resolve("chat.sqlite");
    into = directory.resolve("salvaged.sqlite");
    chain = TestDatabases.chain("001_a.sql", TABLES);
    Random random = new Random(5);
    try (SqliteDatabase database = TestDatabases.open(chain, file, TestDatabases.SHORT)) {
      database.transaction(() -> {
        write(database, "UPDATE chats SET title = 'changed' WHERE id = 1");
        for (int i = 2; i < 200; i++) {
          write(database, "INSERT INTO chats (title) VALUES (?)", "chat " + i + "x".repeat(60));
        }
        write(database, "DELETE FROM chats WHERE id > 190");
        for (int i = 0; i < 700; i++) {
          byte[] bytes = new byte[i % 140 == 0 ? 9000 : 30];
          random.nextBytes(bytes);
          Object extra = switch (i % 4) {
            case 0 -> null;
            case 1 -> i * 0.1;
            case 2 -> bytes;
            default -> Long.MAX_VALUE - i;
          };
          write(
              database,
              "INSERT INTO messages VALUES (?, ?, ?, ?)",
              i * 3L + i / 100 * 1_000_000_000_000L,
              1 + i % 190,
              "words " + i + "y".repeat(random.nextInt(90)),
              extra);
          write(database, "INSERT INTO tags VALUES (?, ?)", i, "tag " + "z".repeat(i % 40));
          write(database, "INSERT INTO settings VALUES (?, ?)", "name " + i * 7919 % 1000, bytes);
          if (i % 20 == 0) {
            write(
                database,
                "INSERT INTO files VALUES (?, ?)",
                "file " + i,
                new byte[i % 140 == 0 ? 9_000 : 9]);
            write(database, "INSERT INTO notes VALUES (?)", "note " + i);
          }
        }
      });
    }
  }

  private SalvageReport salvage() {
    return Salvage.of(chain, file, into, TestDatabases.repositories("chat"));
  }

  @Test
  void ofASoundFileNothingIsLost() throws Exception {
    byte[] before = Files.readAllBytes(file);
    Map<String, Set<String>> rows = rows(file);
    SalvageReport report = salvage();
    assertThat(report.notes()).isEmpty();
    assertThat(report.findings()).isEmpty();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.file()).isEqualTo(into.toRealPath());
    assertThat(report.tables())
        .contains(new SalvagedTable("messages", 700, 0, OptionalLong.of(0), true))
        .extracting(SalvagedTable::name)
        .containsExactly("chats", "files", "log", "messages", "notes_content", "settings", "tags");
    assertThat(rows(into)).isEqualTo(rows);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    onlyTheTwoAreLeft();
    try (SqliteDatabase database = TestDatabases.open(chain, into, TestDatabases.SHORT)) {
      assertThat(database.health().check(IntegrityDepth.FULL).findings()).isEmpty();
      assertThat(read(database, "SELECT rowid FROM found('7')")).isEmpty();
      assertThat(read(database, "SELECT count(*) FROM notes('note')")).containsExactly(35);
      // The trigger is there again, and the number of a deleted chat is not given twice.
      long lines = ((Number) read(database, "SELECT count(*) FROM log").get(0)).longValue();
      write(database, "INSERT INTO messages VALUES (7, 1, 'seven', NULL)");
      assertThat(read(database, "SELECT count(*) FROM log")).containsExactly((int) lines + 1);
      write(database, "INSERT INTO chats (title) VALUES ('new')");
      assertThat(read(database, "SELECT max(id) FROM chats")).containsExactly(200);
    }
  }

  private void onlyTheTwoAreLeft() throws Exception {
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .allMatch(name -> name.startsWith("chat.sqlite") || name.equals("salvaged.sqlite"));
    }
  }

  /** What a page holds. */
  private record Content(String object, String kind, long cells) {}

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachDamagedPageLosesNoMoreThanItHolds(boolean migrations) throws Exception {
    Map<String, Set<String>> rows = rows(file);
    Map<Long, Content> pages = pages();
    byte[] sound = Files.readAllBytes(file);
    for (long page = 2; page <= sound.length / PAGE; page += migrations ? 5 : 1) {
      Files.write(file, damaged(sound, page));
      Files.deleteIfExists(into);
      SalvageReport report = migrations ? salvage() : Salvage.asFound(file, into);
      Content content = pages.getOrDefault(page, new Content("", "", 0));
      String where = "page " + page + ": " + content;
      Map<String, Set<String>> found = rows(into);
      for (String table : NAMES) {
        Set<String> kept = new TreeSet<>(found.get(table));
        boolean own = content.object.equals(table);
        boolean overflow = content.kind.equals("overflow");
        if (own && overflow) {
          // SQLite cannot tell garbage inside of a value.
          long known = kept.stream().filter(rows.get(table)::contains).count();
          assertThat(known).as(where).isEqualTo(rows.get(table).size() - 1);
          continue;
        }
        assertThat(rows.get(table)).as(where).containsAll(kept);
        int lost = rows.get(table).size() - kept.size();
        if (!own) {
          assertThat(lost).as(where + ", in " + table).isZero();
        } else if (content.kind.equals("leaf")) {
          assertThat((long) lost).as(where).isLessThanOrEqualTo(content.cells);
        }
        SalvagedTable told = report.tables().stream()
            .filter(each -> each.name().equals(table))
            .findFirst()
            .orElseThrow();
        assertThat(told.rows()).as(where).isEqualTo(kept.size());
        assertThat(told.complete()).as(where).isEqualTo(!own);
        told.lost().ifPresent(count -> assertThat(count).as(where).isEqualTo(lost));
      }
    }
  }

  private static byte[] damaged(byte[] sound, long page) {
    byte[] damaged = sound.clone();
    byte[] garbage = new byte[PAGE];
    new Random(page).nextBytes(garbage);
    System.arraycopy(garbage, 0, damaged, (int) ((page - 1) * PAGE), PAGE);
    return damaged;
  }

  @Test
  void rowsBetweenDamagedPagesAreFound() throws Exception {
    Map<String, Set<String>> rows = rows(file);
    Map<Long, Content> pages = pages();
    List<Long> leaves = pages.keySet().stream()
        .filter(page -> pages.get(page).object.equals("messages"))
        .filter(page -> pages.get(page).kind.equals("leaf"))
        .sorted()
        .toList();
    // The first and the last as well.
    Set<Long> chosen = new TreeSet<>(Set.of(leaves.get(leaves.size() - 1)));
    for (int i = 0; i < leaves.size(); i += 3) {
      chosen.add(leaves.get(i));
    }
    byte[] damaged = Files.readAllBytes(file);
    for (long page : chosen) {
      damaged = damaged(damaged, page);
    }
    Files.write(file, damaged);
    SalvageReport report = salvage();
    long lost = chosen.stream().mapToLong(page -> pages.get(page).cells).sum();
    assertThat(lost).isBetween(100L, 500L);
    assertThat(rows.get("messages")).containsAll(rows(into).get("messages"));
    assertThat(report.tables())
        .contains(new SalvagedTable("messages", 700 - lost, 0, OptionalLong.of(lost), false));
  }

  /** No guess would come near it: an index tells. */
  @Test
  void theOnePageThatIsLeftIsFoundByAnIndex() throws Exception {
    Map<Long, Content> pages = pages();
    List<Long> leaves = pages.keySet().stream()
        .filter(page -> pages.get(page).object.equals("messages"))
        .filter(page -> pages.get(page).kind.equals("leaf"))
        .sorted()
        .toList();
    long left = leaves.get(leaves.size() / 2);
    byte[] damaged = Files.readAllBytes(file);
    for (long page : leaves) {
      damaged = page == left ? damaged : damaged(damaged, page);
    }
    Files.write(file, damaged);
    long rows = pages.get(left).cells;
    assertThat(salvage().tables())
        .contains(new SalvagedTable("messages", rows, 0, OptionalLong.of(700 - rows), false));
  }

  @Test
  void anIndexWithAllColumnsHasTheRowsOfATableThatIsGone() throws Exception {
    Map<String, Set<String>> rows = rows(file);
    long root = number(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'tags'");
    Files.write(file, damaged(Files.readAllBytes(file), root));
    SalvageReport report = salvage();
    assertThat(rows(into).get("tags")).isEqualTo(rows.get("tags"));
    assertThat(report.tables())
        .contains(new SalvagedTable("tags", 700, 0, OptionalLong.of(0), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 18, 28, 100})
  void theHeaderIsPutRight(int length) throws Exception {
    Map<String, Set<String>> rows = rows(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.write(new byte[length]);
    }
    SalvageReport report = salvage();
    assertThat(rows(into)).isEqualTo(rows);
    assertThat(report.tables()).allMatch(SalvagedTable::complete);
  }

  @Test
  void theNumberOfPagesIsThatOfTheFile() throws Exception {
    Map<String, Set<String>> rows = rows(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(28);
      bytes.writeInt(3);
    }
    salvage();
    assertThat(rows(into)).isEqualTo(rows);
  }

  @Test
  void anotherEncodingAndPageSizeAreKeptAndFound() throws Exception {
    Path other = directory.resolve("chat.sqlite.other");
    TestDatabases.raw(
        other,
        "PRAGMA page_size = 1024",
        "PRAGMA encoding = 'UTF-16le'",
        "PRAGMA user_version = 7",
        "CREATE TABLE words (word TEXT PRIMARY KEY)",
        "CREATE VIEW longest AS SELECT max(length(word)) FROM words",
        "INSERT INTO words WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
            + " SELECT 'Wörter ' || i FROM n");
    try (RandomAccessFile bytes = new RandomAccessFile(other.toFile(), "rw")) {
      bytes.seek(16);
      bytes.write(new byte[2]);
    }
    assertThat(Salvage.asFound(other, into).isComplete()).isTrue();
    assertThat(number(into, "PRAGMA user_version")).isEqualTo(7);
    assertThat(number(into, "SELECT encoding = 'UTF-16le' FROM pragma_encoding"))
        .isEqualTo(1);
    assertThat(number(into, "SELECT count(*) FROM words WHERE word LIKE 'Wörter %'"))
        .isEqualTo(500);
    assertThat(number(into, "SELECT * FROM longest")).isEqualTo(10);
  }

  @Test
  void halfAFileIsReadAsFarAsItGoes() throws Exception {
    Map<String, Set<String>> rows = rows(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    SalvageReport report = Salvage.asFound(file, into);
    assertThat(report.isComplete()).isFalse();
    assertThat(report.tables().stream().mapToLong(SalvagedTable::rows).sum()).isGreaterThan(300);
    rows(into).forEach((table, kept) -> assertThat(rows.get(table)).containsAll(kept));
  }

  @Test
  void whatIsInTheLogIsReadAndTheLogStays() throws Exception {
    Path crashed = Files.createDirectory(directory.resolve("crashed")).resolve("chat.sqlite");
    try (SqliteDatabase database = TestDatabases.open(chain, file, TestDatabases.SHORT)) {
      write(database, "INSERT INTO files VALUES ('late', x'0102')");
      for (String suffix : List.of("", "-wal")) {
        Files.copy(
            directory.resolve("chat.sqlite" + suffix),
            crashed.resolveSibling("chat.sqlite" + suffix));
      }
      assertThatThrownBy(this::salvage)
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("open already");
    }
    byte[] log = Files.readAllBytes(crashed.resolveSibling("chat.sqlite-wal"));
    Salvage.of(chain, crashed, into, TestDatabases.repositories("chat"));
    assertThat(rows(into).get("files")).anyMatch(row -> row.contains("'late'"));
    assertThat(crashed.resolveSibling("chat.sqlite-wal")).hasBinaryContent(log);
  }

  @Test
  void theVersionIsThatOfTheDamagedFile() throws Exception {
    MigrationChain longer = TestDatabases.chain(
        "001_a.sql", TABLES, "002_b.sql", "UPDATE chats SET title = 'by the second';");
    Salvage.of(longer, file, into, TestDatabases.repositories("chat"));
    assertThat(number(into, "SELECT max(version) FROM _migrations")).isEqualTo(1);
    try (SqliteDatabase database = TestDatabases.open(longer, into, TestDatabases.SHORT)) {
      assertThat(read(database, "SELECT DISTINCT title FROM chats"))
          .containsExactly("by the second");
    }
  }

  @Test
  void rowsWithoutTheirParentAreToldAndKept() throws Exception {
    TestDatabases.raw(file, "INSERT INTO messages VALUES (-5, 9999, 'orphan', NULL)");
    SalvageReport report = salvage();
    assertThat(report.findings()).hasSize(1);
    assertThat(number(into, "SELECT count(*) FROM messages WHERE id = -5")).isEqualTo(1);
  }

  @Test
  void rowsThatATableDoesNotTakeAreCounted() throws Exception {
    TestDatabases.raw(
        file,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'text TEXT NOT NULL', 'text TEXT') WHERE name = 'messages'");
    TestDatabases.raw(file, "UPDATE messages SET text = NULL WHERE id IN (3, 297)");
    SalvageReport report = salvage();
    assertThat(report.tables())
        .contains(new SalvagedTable("messages", 698, 2, OptionalLong.of(0), false));
  }

  @Test
  void ofGarbageNothingIsMade() throws Exception {
    byte[] garbage = new byte[40_000];
    new Random(3).nextBytes(garbage);
    Files.write(file, garbage);
    for (int length : new int[] {40_000, 512, 100, 0}) {
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        bytes.setLength(length);
      }
      assertThatThrownBy(this::salvage).isInstanceOf(DatabaseCorruptException.class);
      assertThatThrownBy(() -> Salvage.asFound(file, into))
          .isInstanceOf(DatabaseCorruptException.class);
      assertThat(into).doesNotExist();
      onlyTheTwoAreLeft();
    }
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Files.writeString(into, "precious");
    assertThatThrownBy(this::salvage)
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("salvaged.sqlite is there already");
    assertThat(into).hasContent("precious");
    // A new file would get what is in it.
    Files.move(into, directory.resolve("salvaged.sqlite-wal"));
    assertThatThrownBy(this::salvage)
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("salvaged.sqlite-wal is there already");
    Path none = directory.resolve("none.sqlite");
    assertThatThrownBy(() -> Salvage.asFound(none, directory.resolve("other.sqlite")))
        .isInstanceOf(DatabaseOpenException.class);
  }

  @Test
  void anInterruptedThreadLeavesNothing() throws Exception {
    for (boolean found : new boolean[] {true, false}) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> {
              if (found) {
                Salvage.asFound(file, into);
              } else {
                salvage();
              }
            })
            .isInstanceOf(StatementCancelledException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(into).doesNotExist();
      onlyTheTwoAreLeft();
    }
  }

  private static long number(Path database, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  /** Every value with its storage class. */
  private static Map<String, Set<String>> rows(Path database) throws Exception {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (String table : NAMES) {
        List<String> columns = new ArrayList<>();
        try (ResultSet row =
            statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
          while (row.next()) {
            columns.add("quote(" + row.getString(1) + ")");
          }
        }
        String rowid = table.equals("settings") ? "''" : "rowid";
        Set<String> found = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("SELECT " + rowid + " || ': ' || "
            + String.join(" || ', ' || ", columns) + " FROM " + table + " NOT INDEXED")) {
          while (row.next()) {
            found.add(row.getString(1));
          }
        }
        rows.put(table, found);
      }
    }
    return rows;
  }

  private Map<Long, Content> pages() throws Exception {
    Map<Long, Content> pages = new HashMap<>();
    Path copy = Files.createTempFile(directory, "chat.sqlite", "pages");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pageno, name, pagetype, ncell FROM dbstat")) {
      while (row.next()) {
        pages.put(row.getLong(1), new Content(row.getString(2), row.getString(3), row.getLong(4)));
      }
    }
    return pages;
  }
}

package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is damaged, a check reports and does not throw. */
class HealthDamageTest {

  private static final int PAGE = 4096;
  private static final String TABLES = """
      CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
      CREATE INDEX by_text ON messages (text);
      CREATE VIRTUAL TABLE found USING fts5(text, content='messages', content_rowid='id');
      CREATE TRIGGER messages_ai AFTER INSERT ON messages BEGIN
        INSERT INTO found (rowid, text) VALUES (new.id, new.text);
      END;
      CREATE TABLE dropped (text TEXT);
      """;

  @TempDir
  Path directory;

  private Path file;

  /** What is done to the file. */
  private enum Damage {
    HEADER_ZEROED,
    HEADER_OF_A_NEWER_FORMAT,
    FIRST_PAGE_ZEROED,
    ROOT_OF_A_TABLE,
    PAGE_OF_A_TABLE,
    PAGE_OF_AN_INDEX,
    PAGE_FOR_SEARCH,
    FREE_PAGE,
    CUT_IN_HALF,
    CUT_AFTER_100_BYTES,
    EMPTIED,
    LOG_GARBLED,
    LOG_CUT
  }

  /** What SQLite never looks at, or passes over: an empty file is an empty database, and a log ends at its first broken frame. */
  private static final Set<Damage> MAY_BE_UNSEEN = EnumSet.of(
      Damage.HEADER_OF_A_NEWER_FORMAT, Damage.EMPTIED, Damage.LOG_GARBLED, Damage.LOG_CUT);

  @BeforeEach
  void fill() throws Exception {
    file = directory.resolve("chat.sqlite");
    try (SqliteDatabase database = open()) {
      database.transaction(() -> {
        for (int i = 0; i < 1500; i++) {
          write(database, "INSERT INTO messages (text) VALUES (?)", "message number " + i);
          write(database, "INSERT INTO dropped VALUES (?)", "gone " + "x".repeat(60) + i);
        }
      });
      write(database, "DELETE FROM dropped WHERE rowid > 20");
    }
  }

  private SqliteDatabase open() throws Exception {
    MigrationChain chain = TestDatabases.chain("001_a.sql", TABLES);
    return TestDatabases.open(chain, file, TestDatabases.SHORT);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void damageBeforeOpeningIsReportedWhereItCanBeOpened(Damage damage) throws Exception {
    apply(damage);
    try (SqliteDatabase database = open()) {
      checkReports(database, damage);
    } catch (DatabaseOpenException refused) {
      assertThat(refused).hasMessageContaining("chat");
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void damageOfAnOpenFileIsReported(Damage damage) throws Exception {
    try (SqliteDatabase database = open()) {
      write(database, "INSERT INTO messages (text) VALUES ('in the log')");
      apply(damage);
      checkReports(database, damage);
    }
  }

  private static void checkReports(SqliteDatabase database, Damage damage) {
    boolean unseen = MAY_BE_UNSEEN.contains(damage);
    assertThat(database.health().check(IntegrityDepth.QUICK)).isNotNull();
    assertThat(database.health().check(IntegrityDepth.FULL).isSound())
        .satisfies(sound -> assertThat(unseen || !sound).as("found").isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void noByteOfAnyPageMakesACheckThrow(int seed) throws Exception {
    Random random = new Random(seed);
    byte[] sound = Files.readAllBytes(file);
    for (int round = 0; round < 50; round++) {
      byte[] damaged = sound.clone();
      int page = random.nextInt(sound.length / PAGE) * PAGE;
      // Mostly where pages say what they are.
      int start = page + random.nextInt(random.nextBoolean() ? 120 : PAGE - 64);
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        damaged[start + i] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      String where = "seed " + seed + ", round " + round + ", byte " + start;
      try (SqliteDatabase database = open()) {
        for (IntegrityDepth depth : IntegrityDepth.values()) {
          assertThatCode(() -> database.health().check(depth)).as(where).doesNotThrowAnyException();
        }
      } catch (DatabaseOpenException refused) {
        assertThat(refused).as(where).hasMessageContaining("chat");
      }
    }
  }

  @Test
  void anIndexForSearchOfAnUnknownFormatIsAFinding() throws Exception {
    TestDatabases.raw(file, "DELETE FROM found_config");
    try (SqliteDatabase database = open()) {
      assertThat(database.health().check(IntegrityDepth.FULL).findings())
          .extracting(IntegrityFinding::kind)
          .contains(IntegrityFinding.Kind.SEARCH);
    }
  }

  @Test
  void aTableOfTheSearchThatIsMissingIsAFinding() throws Exception {
    TestDatabases.raw(
        file, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 'found_data'");
    try (SqliteDatabase database = open()) {
      assertThat(database.health().check(IntegrityDepth.FULL).findings()).isNotEmpty();
    }
  }

  private void apply(Damage damage) throws Exception {
    Path log = directory.resolve("chat.sqlite-wal");
    switch (damage) {
      case HEADER_ZEROED -> overwrite(file, 0, new byte[100]);
      case HEADER_OF_A_NEWER_FORMAT -> overwrite(file, 18, new byte[] {9});
      case FIRST_PAGE_ZEROED -> overwrite(file, 100, new byte[PAGE - 100]);
      case ROOT_OF_A_TABLE -> garble(root("messages"));
      case PAGE_OF_A_TABLE -> garble(leaf("messages"));
      case PAGE_OF_AN_INDEX -> garble(leaf("by_text"));
      case PAGE_FOR_SEARCH -> garble(leaf("found_data"));
      case FREE_PAGE -> garble(firstFreePage());
      case CUT_IN_HALF -> cut(file, Files.size(file) / 2);
      case CUT_AFTER_100_BYTES -> cut(file, 100);
      case EMPTIED -> cut(file, 0);
      case LOG_GARBLED -> {
        if (Files.exists(log)) {
          overwrite(log, 32 + 24 + 7, new byte[200]);
        }
      }
      case LOG_CUT -> {
        if (Files.exists(log)) {
          cut(log, 1000);
        }
      }
    }
  }

  private void garble(long page) throws Exception {
    byte[] garbage = new byte[PAGE];
    new Random(page).nextBytes(garbage);
    garbage[0] = (byte) 0xee;
    overwrite(file, (page - 1) * PAGE, garbage);
  }

  private static void overwrite(Path damaged, long at, byte[] bytes) throws Exception {
    try (RandomAccessFile out = new RandomAccessFile(damaged.toFile(), "rw")) {
      out.seek(at);
      out.write(bytes);
    }
  }

  private static void cut(Path damaged, long length) throws Exception {
    try (RandomAccessFile out = new RandomAccessFile(damaged.toFile(), "rw")) {
      out.setLength(length);
    }
  }

  private long root(String name) throws Exception {
    return number("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
  }

  private long leaf(String name) throws Exception {
    return number("SELECT pageno FROM dbstat WHERE name = '" + name
        + "' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 1");
  }

  private long firstFreePage() throws Exception {
    byte[] header = Files.readAllBytes(file);
    long page = 0;
    for (int i = 32; i < 36; i++) {
      page = page * 256 + (header[i] & 0xff);
    }
    assertThat(page).isPositive();
    return page;
  }

  /** Read in a copy: whoever closed the file in this process would drop the locks of the database. */
  private long number(String sql) throws Exception {
    Path copy = Files.copy(file, directory.resolve("copy" + System.nanoTime()));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}

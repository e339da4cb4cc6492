package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** Many threads, and many texts. */
class SqlThreadsTest {

  private static final int THREADS = 4;
  private static final int INSERTS = 500;

  @TempDir
  Path directory;

  record Inserted(long rowid, String text) {}

  @Test
  void everyThreadGetsTheRowidsOfItsOwnRows() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      Sql sql = databases.get("chat").sql();
      sql.raw("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<List<Inserted>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String name = "thread " + thread + ", ";
        running.add(threads.submit(() -> insert(sql, name)));
      }
      List<Inserted> inserted = new ArrayList<>();
      for (Future<List<Inserted>> one : running) {
        inserted.addAll(one.get());
      }
      threads.shutdown();
      assertThat(inserted).extracting(Inserted::rowid).doesNotHaveDuplicates();
      assertThat(sql.selectMany("SELECT id AS rowid, text FROM notes", Inserted.class))
          .hasSize(THREADS * INSERTS)
          .containsExactlyInAnyOrderElementsOf(inserted);
    }
  }

  private static List<Inserted> insert(Sql sql, String name) {
    List<Inserted> inserted = new ArrayList<>();
    for (int i = 0; i < INSERTS; i++) {
      String text = name + i;
      long rowid = sql.insert("INSERT INTO notes (text) VALUES (:text)", Map.of("text", text));
      inserted.add(new Inserted(rowid, text));
    }
    return inserted;
  }

  @Test
  void oneHundredThousandTextsLeaveNothingBehind() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      Sql sql = chat.sql();
      String padding = "x".repeat(200);
      int texts = Soak.of(100_000, 1_000_000);
      long before = 0;
      for (int i = 0; i < texts; i++) {
        if (i == texts / 10) {
          before = usedHeap();
        }
        assertThat(sql.selectOne("SELECT " + i + " AS " + padding, int.class)).hasValue(i);
      }
      assertThat(usedHeap() - before).as("growth of the heap").isLessThan(1_000_000);
      assertThat(openStatements(chat)).isBetween(2, 128);
    }
  }

  @Test
  void textsThatShareASlotStayApart() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      Sql sql = chat.sql();
      // "Aa" and "BB" have one hash, so the texts have, too.
      String first = "SELECT 'Aa' AS v UNION ALL SELECT 'Aa'";
      String second = first.replace("Aa", "BB");
      assertThat(first).hasSameHashCodeAs(second);
      for (int round = 0; round < 3; round++) {
        assertThat(sql.selectMany(first, String.class)).containsExactly("Aa", "Aa");
        assertThat(sql.selectMany(second, String.class)).containsExactly("BB", "BB");
      }
      assertThat(sql.selectMany(
              first,
              row -> row.getString(1)
                  + sql.selectMany(second, String.class)
                  + sql.selectMany(first, String.class)))
          .containsExactly("Aa[BB, BB][Aa, Aa]", "Aa[BB, BB][Aa, Aa]");
      assertThat(openStatements(chat)).isEqualTo(1);
      String longest = "SELECT 1 /* " + "x".repeat(10_000) + " */ + 1";
      assertThat(sql.selectOne(longest, int.class)).hasValue(2);
      assertThat(openStatements(chat)).isEqualTo(1);
      assertThat(read(chat, "SELECT 1")).containsExactly(1);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The driver's own list of what it has prepared and not closed; the most of all connections that read. */
  private static int openStatements(SqliteDatabase database) throws Exception {
    Object connections = field(field(database, "pool"), "connections");
    int most = 0;
    for (Object connection : Arrays.stream(
            (Object[]) field(field(connections, "readers"), "connections"))
        .filter(Objects::nonNull)
        .toList()) {
      SQLiteConnection driver = (SQLiteConnection) field(field(connection, "driver"), "driver");
      most = Math.max(most, ((Collection<?>) field(driver.getDatabase(), "stmts")).size());
    }
    return most;
  }

  private static Object field(Object owner, String name) throws Exception {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return Objects.requireNonNull(field.get(owner));
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }
}

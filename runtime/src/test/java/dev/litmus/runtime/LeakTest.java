package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** However many queries run, and however they end, nothing is left of them. */
class LeakTest {

  private static final int KEPT = 20;
  private static final int SAMPLES = 16;
  private static final long TOLERANCE = 1_000_000;

  /** More of them than a connection keeps. */
  private static final List<SqlStatement> READS = IntStream.range(0, 5 * KEPT)
      .mapToObj(i -> sql("SELECT n + " + i + " FROM counters WHERE n >= ?"))
      .toList();

  private static final List<SqlStatement> WRITES = IntStream.range(0, 2 * KEPT)
      .mapToObj(i -> sql("UPDATE counters SET n = n WHERE n = " + i + " RETURNING n, ?"))
      .toList();

  @TempDir
  Path directory;

  private SqliteDatabase chat;

  @Test
  void memoryAndOpenStatementsStayFlat() throws Exception {
    int queries = Soak.of(20_000, 1_000_000);
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(s -> s.preparedStatements(KEPT));
    try (Databases databases = TestDatabases.open(directory, settings, "chat")) {
      chat = databases.get("chat");
      for (int n = 0; n < 10; n++) {
        write(chat, "INSERT INTO counters (n) VALUES (?)", n);
      }
      run(0, 2_000);
      long[] heap = new long[SAMPLES];
      long[] resident = new long[SAMPLES];
      int statements = 0;
      for (int sample = 0; sample < SAMPLES; sample++) {
        run(sample, queries / SAMPLES);
        heap[sample] = usedHeap();
        resident[sample] = resident();
        statements = Math.max(statements, openStatements());
      }
      System.out.printf(
          "%d queries: heap %d -> %d bytes, process %d -> %d KiB, at most %d statements open on a connection%n",
          queries, first(heap), last(heap), first(resident), last(resident), statements);
      // BEGIN and COMMIT are kept besides.
      assertThat(statements).isBetween(KEPT / 2, KEPT + 2);
      assertThat(last(heap) - first(heap)).as("growth of the heap").isLessThan(TOLERANCE);
    }
  }

  private void run(int offset, int count) throws Exception {
    for (int i = offset; i < offset + count; i++) {
      switch (i % 8) {
        case 0, 1 ->
          assertThat(read(chat, READS.get(i % READS.size()).sql(), 0)).hasSize(10);
        case 2 -> abandon(i);
        case 3 -> nest(i);
        case 4 -> failToPrepare();
        case 5 -> failWhileRunning();
        case 6 -> violate(i);
        default -> writeReturning(i);
      }
    }
  }

  /** The result is left open and half read; its statement is closed. */
  private void abandon(int i) throws Exception {
    try (PreparedStatement statement = chat.read(READS.get(i % READS.size()))) {
      statement.setInt(1, 0);
      assertThat(statement.executeQuery().next()).isTrue();
    }
  }

  /** The same statement inside itself, in a transaction. */
  private void nest(int i) throws Exception {
    SqlStatement constant = READS.get(i % READS.size());
    try (Transaction transaction = chat.begin(TransactionMode.READ);
        PreparedStatement outer = chat.read(constant)) {
      outer.setInt(1, 8);
      ResultSet row = outer.executeQuery();
      while (row.next()) {
        assertThat(read(chat, constant.sql(), 0)).hasSize(10);
      }
      transaction.commit();
    }
  }

  private void failToPrepare() {
    assertThatThrownBy(() -> read(chat, "SELECT n FROM nowhere"))
        .isInstanceOf(LitmusException.class);
  }

  private void failWhileRunning() {
    assertThatThrownBy(() -> read(chat, "SELECT json_extract('{', '$.' || n) FROM counters"))
        .isInstanceOf(LitmusException.class);
  }

  private void violate(int i) {
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, "INSERT INTO anything (v) VALUES (?)", i);
          write(chat, "INSERT INTO counters (n) VALUES (?)", (Object) null);
        }))
        .isInstanceOf(ConstraintException.class);
  }

  private void writeReturning(int i) throws Exception {
    try (PreparedStatement statement = chat.write(WRITES.get(i % WRITES.size()))) {
      statement.setInt(1, i);
      assertThat(statement.executeQuery()).isNotNull();
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** SQLite's memory is outside the heap: the whole process, where the system tells; for the report only. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** The driver's own list of what it has prepared and not closed; the most of all connections. */
  private int openStatements() throws Exception {
    Object connections = field(field(chat, "pool"), "connections");
    List<Object> pooled = new ArrayList<>();
    for (String group : List.of("readers", "writers")) {
      pooled.addAll(Arrays.asList((Object[]) field(field(connections, group), "connections")));
    }
    int most = 0;
    for (Object connection : pooled.stream().filter(Objects::nonNull).toList()) {
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

  private static long first(long[] samples) {
    return median(Arrays.copyOfRange(samples, 0, SAMPLES / 4));
  }

  private static long last(long[] samples) {
    return median(Arrays.copyOfRange(samples, SAMPLES - SAMPLES / 4, SAMPLES));
  }

  private static long median(long[] samples) {
    Arrays.sort(samples);
    return samples[samples.length / 2];
  }
}

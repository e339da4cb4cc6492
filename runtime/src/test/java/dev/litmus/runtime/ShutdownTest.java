package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that are closed when the process ends, and those that are not because nobody asked for it. */
class ShutdownTest {

  private static final long LIMIT_MILLIS = 1_500;
  private static final long SLACK_MILLIS = 3_000;
  private static final int ACKNOWLEDGED = 50;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir
  Path directory;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "exit, 0"})
  void anEndingProcessClosesItsDatabasesWithinTheLimitTheLastOpenedFirst(String how, int exitCode)
      throws Exception {
    assumeTrue(how.equals("exit") || isUnix(), "signals");
    assumeTrue(!how.equals("INT") || !ignoresInterrupts(), "SIGINT is ignored by all children");
    List<String> lines = new ArrayList<>();
    try (ChildProcess child = start(LIMIT_MILLIS)) {
      awaitWrites(child, lines);
      long start = System.nanoTime();
      end(child, how);
      awaitGone(child, wal("notes"));
      // A query in chat that never ends keeps it open for two thirds of the limit.
      assertThat(wal("chat")).as("the database that was opened first").exists();
      lines.addAll(child.rest());
      assertThat(child.exitCode(10)).as(child.errors()).isEqualTo(exitCode);
      assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
          .isLessThan(LIMIT_MILLIS + SLACK_MILLIS);
    }
    assertThat(lines).noneMatch(line -> line.startsWith("failed"));
    assertThat(wal("chat")).doesNotExist();
    assertThat(wal("notes")).doesNotExist();
    assertAcknowledged(lines);
  }

  @Test
  void withoutTheRequestAnEndingProcessClosesNothing() throws Exception {
    assumeTrue(isUnix(), "signals");
    List<String> lines = new ArrayList<>();
    try (ChildProcess child = start(0)) {
      awaitWrites(child, lines);
      child.terminate();
      lines.addAll(child.rest());
      assertThat(child.exitCode(10)).isEqualTo(143);
    }
    assertThat(wal("chat")).exists();
    assertAcknowledged(lines);
  }

  @Test
  void openingWhileTheProcessEndsIsATypedErrorAndLeavesNothingOpen() throws Exception {
    try (ChildProcess child =
        ChildProcess.start(directory.resolve("process"), OpeningAtEndChild.class, directory)) {
      assertThat(child.line())
          .startsWith("DB_CONNECTION_FAILED ")
          .contains("the process is ending");
      assertThat(child.line()).isEqualTo("free");
      assertThat(child.exitCode(10)).as(child.errors()).isZero();
    }
  }

  /** A registered hook is a root of the heap: what it would close cannot be collected. */
  @Test
  void nothingIsRegisteredWithoutTheRequestOrAfterClose() throws Exception {
    List<WeakReference<SqliteDatabase>> forgotten = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      try (Databases databases = memory().closeOnShutdown(LIMIT).open()) {
        forgotten.add(new WeakReference<>(databases.get("notes")));
      }
    }
    forgotten.add(new WeakReference<>(memory().open().get("notes")));
    WeakReference<SqliteDatabase> registered =
        new WeakReference<>(memory().closeOnShutdown(LIMIT).open().get("notes"));

    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (forgotten.stream().anyMatch(database -> database.get() != null)
        && System.nanoTime() < end) {
      System.gc();
    }
    assertThat(forgotten).allMatch(database -> database.get() == null);
    assertThat(registered.get()).as("what the hook has to close").isNotNull();
    Objects.requireNonNull(registered.get()).close();
  }

  private static Databases.Builder memory() {
    return new Databases.Builder(null).repositories(TestDatabases.repositories("notes"));
  }

  private ChildProcess start(long limitMillis) throws Exception {
    return ChildProcess.start(
        directory.resolve("process"), EndingChild.class, directory, limitMillis);
  }

  private Path wal(String schema) {
    return directory.resolve(schema + ".sqlite-wal");
  }

  private static void awaitWrites(ChildProcess child, List<String> lines) throws Exception {
    while (lines.size() < ACKNOWLEDGED
        || lines.stream().noneMatch(line -> line.startsWith("chat"))
        || lines.stream().noneMatch(line -> line.startsWith("notes"))) {
      lines.add(child.line());
    }
  }

  private static void end(ChildProcess child, String how) throws Exception {
    switch (how) {
      case "TERM" -> child.terminate();
      case "INT" ->
        assertThat(new ProcessBuilder("kill", "-INT", "" + child.pid()).start().waitFor())
            .isZero();
      default -> child.tell(how);
    }
  }

  private static void awaitGone(ChildProcess child, Path file) throws Exception {
    while (Files.exists(file) && child.isAlive()) {
      Thread.sleep(1);
    }
  }

  private void assertAcknowledged(List<String> lines) {
    try (Databases databases = TestDatabases.open(directory, "chat", "notes")) {
      assertNumbers(lines, "chat ", read(databases.get("chat"), "SELECT n FROM counters"));
      SqliteDatabase notes = databases.get("notes");
      assertNumbers(lines, "notes ", read(notes, "SELECT id FROM notes WHERE id > 0"));
      assertThat(read(notes, "SELECT -id FROM notes WHERE id < 0 ORDER BY -id"))
          .isEqualTo(read(notes, "SELECT id FROM notes WHERE id > 0 ORDER BY id"));
    }
  }

  /** Everything that was acknowledged, and perhaps the one number after that. */
  private static void assertNumbers(List<String> lines, String prefix, List<Object> found) {
    List<Object> acknowledged = lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> (Object) Integer.valueOf(line.substring(prefix.length())))
        .toList();
    assertThat(found).containsAll(acknowledged);
    assertThat(found.size() - acknowledged.size()).isBetween(0, 1);
  }

  private static boolean isUnix() {
    return !System.getProperty("os.name").startsWith("Windows");
  }

  /** Children inherit an ignored SIGINT, the second signal, and Java leaves it so: builds in the background have that. */
  private static boolean ignoresInterrupts() throws Exception {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}

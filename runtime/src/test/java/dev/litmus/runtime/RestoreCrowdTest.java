package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.health.IntegrityDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads that restore, back up, write, read and are interrupted, all at once, until the database is closed under them: nothing hangs,
 * nothing fails in another way than it may, and nothing is left.
 */
@Timeout(120)
class RestoreCrowdTest {

  @TempDir
  Path folder;

  private final Random random = new Random(17);
  private final ConcurrentLinkedQueue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicInteger restored = new AtomicInteger();

  @Test
  void nothingHangsAndNothingIsLeft() throws Exception {
    Path place = folder.toRealPath();
    Path backups = place.resolve("backups");
    DatabaseSettings settings =
        DatabaseSettings.DEFAULT.with(s -> s.busyTimeout(Duration.ofSeconds(2))
            .closeTimeout(Duration.ofMillis(100), Duration.ofSeconds(10)));
    for (int round = 0; round < Soak.of(8, 200); round++) {
      Databases databases = TestDatabases.open(place, settings, "chat");
      SqliteDatabase chat = databases.get("chat");
      Path backup = chat.backups().create(backups).file();
      AtomicBoolean stop = new AtomicBoolean();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        threads.add(start(stop, () -> {
          chat.backups()
              .restore(backup, RestoreOptions.DEFAULT.withPatience(Duration.ofMillis(300)));
          return restored.incrementAndGet();
        }));
        threads.add(start(
            stop, () -> chat.backups().create(backups, BackupOptions.DEFAULT.withCompression())));
        threads.add(start(stop, () -> write(chat, "INSERT INTO anything VALUES (1)")));
        threads.add(start(stop, () -> read(chat, "SELECT count(*) FROM anything")));
      }
      for (int i = 0; i < 10; i++) {
        LockSupport.parkNanos(random.nextInt(30_000_000));
        threads.get(random.nextInt(threads.size())).interrupt();
      }
      databases.close();
      stop.set(true);
      for (Thread thread : threads) {
        thread.join(20_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
      assertThat(unexpected).isEmpty();
      assertThat(leftIn(place)).isEmpty();
      assertThat(leftIn(backups)).isEmpty();
      assertThat(openHandles(place)).isEmpty();
      try (Databases again = TestDatabases.open(place, settings, "chat")) {
        assertThat(again.check(IntegrityDepth.FULL).get("chat").findings()).isEmpty();
      }
      for (Path one : chatBackups(backups)) {
        Files.delete(one);
      }
    }
    assertThat(restored).hasPositiveValue();
  }

  private Thread start(AtomicBoolean stop, Callable<?> work) {
    Thread thread = new Thread(() -> {
      while (!stop.get()) {
        try {
          work.call();
        } catch (DatabaseBusyException | StatementCancelledException e) {
          Thread.interrupted();
        } catch (DatabaseClosedException e) {
          return;
        } catch (Exception e) {
          unexpected.add(e);
          return;
        }
      }
    });
    thread.start();
    return thread;
  }

  private static List<String> leftIn(Path place) throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(".incomplete"))
          .toList();
    }
  }

  private static List<Path> chatBackups(Path backups) throws IOException {
    try (Stream<Path> entries = Files.list(backups)) {
      return entries.toList();
    }
  }

  /** What of the directory this process has open. */
  private static List<String> openHandles(Path place) throws IOException {
    Path handles = Path.of("/proc/self/fd");
    if (!Files.isDirectory(handles)) {
      return List.of();
    }
    List<String> open = new ArrayList<>();
    try (Stream<Path> entries = Files.list(handles)) {
      for (Path handle : entries.toList()) {
        try {
          String target = Files.readSymbolicLink(handle).toString();
          if (target.startsWith(place.toString())) {
            open.add(target);
          }
        } catch (IOException e) {
          // Closed meanwhile: the stream's own.
        }
      }
    }
    return open;
  }
}

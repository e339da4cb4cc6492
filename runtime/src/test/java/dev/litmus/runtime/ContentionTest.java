package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight threads and another process write to one file at once: nothing fails, nothing is lost. */
class ContentionTest {

  private static final DatabaseSettings SETTINGS = DatabaseSettings.DEFAULT;
  private static final String COUNTER = "INSERT INTO counters (n) VALUES (?)";
  private static final int THREADS = 8;
  private static final int KINDS = 4;

  /** Something that a thread does again and again. */
  private interface Work {
    void run(int thread) throws Exception;
  }

  @TempDir
  Path directory;

  private final AtomicLong worstWait = new AtomicLong();
  private volatile boolean stopped;

  @Test
  void eightThreadsAndAnotherProcessWriteWithoutAFailure() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Databases databases = TestDatabases.open(directory, SETTINGS, "chat");
        ChildProcess outside = ChildProcess.start(
            directory.resolve("process"),
            OutsideChild.class,
            directory.resolve("chat.sqlite"),
            SETTINGS.busyTimeout().toMillis())) {
      SqliteDatabase chat = databases.get("chat");
      assertThat(outside.line()).isEqualTo("writing");
      List<Work> kinds = List.of(
          thread -> assertOneSnapshot(chat),
          thread -> timed(() -> write(chat, COUNTER, thread)),
          thread -> timed(() -> readThenWrite(chat)),
          thread -> timed(() -> nest(chat)));
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        counts.add(threads.submit(() -> repeat(thread, kinds.get(thread % KINDS))));
      }
      Thread.sleep(Soak.of(1_500, 10_000));
      stopped = true;
      long[] done = new long[THREADS];
      for (int i = 0; i < THREADS; i++) {
        done[i] = counts.get(i).get();
        assertThat(done[i]).as("thread %d", i).isPositive();
      }
      outside.tell("stop");
      String[] said = outside.line().split(" ", -1);
      assertThat(outside.exitCode(10)).as(outside.errors()).isZero();

      assertThat(read(chat, "SELECT count(*) FROM counters WHERE n = ?", OutsideChild.NUMBER))
          .containsExactly(Integer.parseInt(said[0]));
      for (int i = 1; i < THREADS; i += KINDS) {
        assertThat(read(chat, "SELECT count(*) FROM counters WHERE n = ?", i))
            .containsExactly((int) done[i]);
      }
      assertThat(read(chat, "SELECT count(*) FROM anything"))
          .containsExactly((int) (done[2] + done[6]))
          .isEqualTo(read(chat, "SELECT count(DISTINCT v) FROM anything"));
      assertThat(read(chat, "SELECT count(*) FROM chats"))
          .containsExactly((int) (done[3] + done[7]))
          .isEqualTo(read(chat, "SELECT count(*) FROM messages"));
      assertThat(read(chat, "PRAGMA integrity_check")).containsExactly("ok");

      long worst = worstWait.get() / 1_000_000;
      System.out.printf(
          "%d reads of a snapshot, %d writes of threads with a worst wait of %d ms, %s writes of another process"
              + " with a worst wait of %s ms; 0 failures%n",
          done[0] + done[4],
          done[1] + done[2] + done[3] + done[5] + done[6] + done[7],
          worst,
          said[0],
          said[1]);
      long limit = SETTINGS.busyTimeout().toMillis();
      assertThat(worst).as("worst wait of a thread, ms").isLessThan(limit);
      assertThat(Long.parseLong(said[1])).as("worst wait outside, ms").isLessThan(limit);
    } finally {
      stopped = true;
      threads.shutdownNow();
    }
  }

  private long repeat(int thread, Work work) throws Exception {
    long count = 0;
    for (; !stopped; count++) {
      work.run(thread);
    }
    return count;
  }

  /** Measures the whole of a short write, nearly all of which is waiting for its turn. */
  private void timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    worstWait.accumulateAndGet(System.nanoTime() - start, Math::max);
  }

  private static void assertOneSnapshot(SqliteDatabase chat) {
    try (Transaction transaction = chat.begin(TransactionMode.READ)) {
      Object rows = read(chat, "SELECT max(rowid) FROM counters");
      assertThat(read(chat, "SELECT max(rowid) FROM counters")).isEqualTo(rows);
      transaction.commit();
    }
  }

  /** The number is that of a row which another writer must not add meanwhile. */
  private static void readThenWrite(SqliteDatabase chat) {
    chat.transaction(() -> {
      Object last = read(chat, "SELECT coalesce(max(rowid), 0) FROM anything").get(0);
      write(chat, "INSERT INTO anything (v) VALUES (?)", last);
    });
  }

  private static void nest(SqliteDatabase chat) {
    chat.transaction(() -> {
      Object last = read(chat, "SELECT coalesce(max(rowid), 0) FROM chats").get(0);
      write(chat, "INSERT INTO messages (id, body, chat_id) VALUES (?1, 'x', ?1)", "c" + last);
      chat.transaction(() -> {
        write(chat, "DELETE FROM messages WHERE id = ?", "c" + last);
        chat.rollbackOnly();
      });
      chat.transaction(() -> write(chat, "INSERT INTO chats (id) VALUES (?)", "c" + last));
    });
  }
}

package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.error.DatabaseClosedException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A program that closes and reopens a database again and again while threads use it. */
final class ClosingChild {

  static final Duration GRACE = Duration.ofMillis(30);
  static final Duration INTERRUPTED = Duration.ofSeconds(2);

  private static final String COUNT_TO =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?) ";
  private static final int NEVER = Integer.MAX_VALUE;

  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final LongAdder done = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile SqliteDatabase chat;
  private volatile boolean stopped;

  private ClosingChild(SqliteDatabase chat) {
    this.chat = chat;
  }

  /** Arguments: the directory, for how many milliseconds. Prints closings, worst closing, work done, work refused. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Databases databases = open(directory);
    ClosingChild child = new ClosingChild(databases.get("chat"));
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      Random random = new Random(i);
      threads[i] = new Thread(() -> child.use(random), "user-" + i);
      threads[i].start();
    }
    long end =
        System.nanoTime() + Duration.ofMillis(Long.parseLong(arguments[1])).toNanos();
    Random random = new Random(99);
    long worst = 0;
    int closings = 0;
    while (System.nanoTime() < end) {
      Thread.sleep(random.nextInt(40));
      long start = System.nanoTime();
      databases.close();
      worst = Math.max(worst, System.nanoTime() - start);
      closings++;
      databases = open(directory);
      child.chat = databases.get("chat");
    }
    child.stopped = true;
    databases.close();
    for (Thread thread : threads) {
      thread.join();
    }
    child.unexpected.forEach(Throwable::printStackTrace);
    ChildProcess.say(
        closings + " " + worst / 1_000_000 + " " + child.done.sum() + " " + child.refused.sum());
    System.exit(child.unexpected.isEmpty() ? 0 : 1);
  }

  private static Databases open(Path directory) {
    return TestDatabases.open(
        directory, DatabaseSettings.DEFAULT.with(s -> s.closeTimeout(GRACE, INTERRUPTED)), "chat");
  }

  private void use(Random random) {
    while (!stopped) {
      try {
        perform(chat, random);
        done.increment();
      } catch (DatabaseClosedException e) {
        refused.increment();
        awaitTurn();
      } catch (Throwable e) {
        unexpected.add(e);
      }
    }
  }

  /** Leaves the processor to the thread that opens the database again. */
  private static void awaitTurn() {
    LockSupport.parkNanos(200_000);
  }

  private static void perform(SqliteDatabase database, Random random) throws SQLException {
    switch (random.nextInt(9)) {
      case 0, 1 -> read(database, "SELECT count(*) FROM counters");
      case 2 -> write(database, "INSERT INTO counters (n) VALUES (?)", 1);
      case 3 -> read(database, COUNT_TO + "SELECT count(*) FROM c", 1 + random.nextInt(100_000));
      case 4 -> read(database, COUNT_TO + "SELECT count(*) FROM c", NEVER);
      case 5 ->
        write(database, COUNT_TO + "INSERT INTO anything (v) SELECT x FROM c WHERE x < 0", NEVER);
      case 6 ->
        database.transaction(() -> {
          write(database, "INSERT INTO counters (n) VALUES (?)", 2);
          database.transaction(() -> write(database, "UPDATE counters SET n = n WHERE rowid = 1"));
        });
      case 7 -> readRows(database);
      default -> {
        try (Transaction transaction = database.begin(TransactionMode.READ)) {
          read(database, "SELECT count(*) FROM counters");
          read(database, "SELECT max(n) FROM counters");
          transaction.commit();
        }
      }
    }
  }

  /** Rows that come one by one: the closing falls between two steps, and into one. */
  private static void readRows(SqliteDatabase database) throws SQLException {
    SqlStatement constant = sql(COUNT_TO + "SELECT x FROM c");
    try (PreparedStatement statement = database.read(constant)) {
      statement.setInt(1, 20_000);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        if (row.getInt(1) < 0) {
          throw new IllegalStateException("a negative row");
        }
      }
    } catch (SQLException e) {
      throw database.failure(constant, e);
    }
  }
}

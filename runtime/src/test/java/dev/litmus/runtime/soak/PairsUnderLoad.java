package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.Backups;
import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.TransactionMode;
import dev.litmus.runtime.TransactionOptions;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.health.IntegrityDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight threads and another process write pairs, one half to each of two tables, while the database is backed up and restored. Every
 * read and every backup sees whole pairs; every acknowledged pair is in the database, or in one of those that a restore has
 * replaced.
 */
final class PairsUnderLoad implements Part {

  private static final int THREADS = 8;
  private static final int READS_A_STEP = 400;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final String TABLES = """
      -- Up
      CREATE TABLE pairs (k TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL);
      CREATE TABLE others (k TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL);
      -- Down
      DROP TABLE others; DROP TABLE pairs;
      """;

  private final Ledger ledger = new Ledger();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> found = new HashSet<>();
  private final AtomicLong reads = new AtomicLong();
  private volatile boolean stopped;
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int restores;
  private int undone;

  @Override
  public String name() {
    return "pairs under load";
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    Path file = folder.toRealPath().resolve("chat.sqlite");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try (SqliteDatabase database = TestDatabases.open(
            TestDatabases.chain("001_pairs.sql", TABLES), file, DatabaseSettings.DEFAULT);
        ChildProcess outside =
            ChildProcess.start(folder.resolve("process"), PairingChild.class, file)) {
      ledger.whole("the first line", outside.line(), "writing");
      List<Future<?>> running = new ArrayList<>();
      Future<List<String>> said = threads.submit(outside::rest);
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        running.add(threads.submit(() -> work(database, thread)));
      }
      Random random = new Random(seed);
      Path backups = folder.resolve("backups");
      Backup base = database.backups().create(folder.resolve("base"));
      for (int round = 0; round < rounds; round++) {
        turn(database, base, backups, random);
      }
      stopped = true;
      for (Future<?> one : running) {
        one.get();
      }
      outside.tell("stop");
      long others = count(said.get());
      ledger.whole("the end of the process: " + outside.errors(), outside.exitCode(20), 0);
      collect(file);
      Set<String> lost = new HashSet<>(acknowledged);
      lost.removeAll(found);
      if (!lost.isEmpty()) {
        ledger.lost(lost.size(), "pairs " + lost);
      }
      ledger.acknowledged(acknowledged.size());
      ledger.note(String.format(
          "%d restores and %d back; %d pairs of threads and %d of another process, %d reads of whole pairs",
          restores, undone, acknowledged.size() - others, others, reads.get()));
      refusals.forEach(
          (line, times) -> ledger.note("another process, " + times + " times: " + line));
      if (restores == 0) {
        ledger.broken("nothing could be restored");
      }
    } finally {
      stopped = true;
      threads.shutdownNow();
    }
    return ledger.total();
  }

  private long count(List<String> said) {
    long others = 0;
    for (String line : said) {
      if (line.startsWith("refused")) {
        ledger.refused();
        refusals.merge(line, 1, Integer::sum);
      } else {
        acknowledged.add(line);
        others++;
      }
    }
    return others;
  }

  /** What a thread does until the end. */
  private void work(SqliteDatabase database, int thread) {
    for (long number = 0; !stopped; number++) {
      try {
        addPair(database, thread + "-" + number, number);
        readPairs(database);
      } catch (DatabaseBusyException e) {
        ledger.refused();
      } catch (RuntimeException | Error e) {
        ledger.broken("a thread: " + e);
        return;
      }
    }
  }

  private void addPair(SqliteDatabase database, String key, long number) {
    database.transaction(() -> {
      write(database, "INSERT INTO pairs (k, v) VALUES (?, ?)", key, number);
      write(database, "INSERT INTO others (k, v) VALUES (?, ?)", key, number);
    });
    acknowledged.add(key);
  }

  private void readPairs(SqliteDatabase database) {
    database.transaction(TransactionOptions.of(TransactionMode.READ), () -> {
      Object pairs = read(database, "SELECT count(*) FROM pairs");
      ledger.whole("the other halves", read(database, "SELECT count(*) FROM others"), pairs);
      ledger.whole(
          "whole pairs",
          read(database, "SELECT count(*) FROM pairs JOIN others USING (k, v)"),
          pairs);
    });
    reads.incrementAndGet();
  }

  /** A backup, which is checked, and mostly a restore, of that one or the first, which is sometimes undone. */
  private void turn(SqliteDatabase database, Backup base, Path backups, Random random)
      throws IOException, SQLException {
    boolean compressed = random.nextBoolean();
    boolean first = random.nextBoolean();
    boolean back = random.nextInt(3) == 0;
    try {
      Backup backup = database
          .backups()
          .create(
              backups,
              compressed ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT);
      ledger.whole(
          "what is wrong with a backup", Backups.verify(backup.file()).findings(), List.of());
      Map<String, Long> rows = backup.manifest().rows();
      ledger.whole("the other halves of a backup", rows.get("others"), rows.get("pairs"));
      awaitReads();
      database.backups().restore((first ? base : backup).file());
      restores++;
      awaitReads();
      if (back) {
        database.backups().undoRestore();
        undone++;
        awaitReads();
      }
      ledger.whole(
          "what is damaged", database.health().check(IntegrityDepth.FULL).findings(), List.of());
      Files.delete(backup.file());
      Files.delete(backup.file().resolveSibling(backup.file().getFileName() + ".json"));
    } catch (DatabaseBusyException e) {
      ledger.refused();
    }
    for (Path previous : database.backups().previous()) {
      collect(previous);
      Files.delete(previous);
    }
  }

  private void awaitReads() {
    long enough = reads.get() + READS_A_STEP;
    long end = System.nanoTime() + LONGEST.toNanos();
    while (reads.get() < enough) {
      if (System.nanoTime() - end > 0) {
        ledger.broken("the threads do not go on");
        return;
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Reads as another program does: also a file that a restore has replaced is a database, whole. */
  private void collect(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      Set<String> halves = keys(statement, "pairs");
      ledger.whole("the other halves in " + file, keys(statement, "others"), halves);
      found.addAll(halves);
    }
  }

  private static Set<String> keys(Statement statement, String table) throws SQLException {
    Set<String> keys = new HashSet<>();
    try (ResultSet row = statement.executeQuery("SELECT k FROM " + table)) {
      while (row.next()) {
        keys.add(row.getString(1));
      }
    }
    return keys;
  }
}

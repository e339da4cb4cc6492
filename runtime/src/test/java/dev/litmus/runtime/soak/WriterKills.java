package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.read;

import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Durability;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.WritingChild;
import dev.litmus.runtime.WritingChild.Kind;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** A process that writes is killed by SIGKILL, with NORMAL and FULL in turn, again and again on one file. */
public final class WriterKills implements Part {

  private static final int NUMBERS_A_ROUND = 1_000_000;

  private final Ledger ledger = new Ledger();

  /** What must be there: the acknowledged numbers, and those of which it is known now that they were committed. */
  private final TreeSet<Integer> committed = new TreeSet<>();

  @Override
  public String name() {
    return "writers killed";
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    Random random = new Random(seed);
    int unacknowledged = 0;
    for (int round = 0; round < rounds; round++) {
      Durability durability = round % 2 == 0 ? Durability.NORMAL : Durability.FULL;
      int last = writeAndKill(round, durability, random, folder);
      try (Databases databases = TestDatabases.open(folder, "chat")) {
        unacknowledged += isWholeWithTheNext(databases.get("chat"), last) ? 1 : 0;
      }
    }
    Tally total = ledger.total();
    ledger.note(String.format(
        "%d kills: %d pieces of work acknowledged or found, %d of them unacknowledged; %d lost, %d halves",
        rounds, committed.size(), unacknowledged, total.lost(), total.broken()));
    return ledger.total();
  }

  /** Returns the last number that was acknowledged. */
  private int writeAndKill(int round, Durability durability, Random random, Path folder)
      throws Exception {
    int first = round * NUMBERS_A_ROUND;
    int before = 1 + random.nextInt(120);
    long nanos = random.nextInt(10_000_000);
    try (ChildProcess child = ChildProcess.start(
        folder.resolve("process"), WritingChild.class, folder, durability, first)) {
      for (int i = 0; i < before; i++) {
        committed.add(Integer.parseInt(child.line()));
      }
      LockSupport.parkNanos(nanos);
      child.kill();
      child.rest().forEach(line -> committed.add(Integer.parseInt(line)));
      ledger.whole("the end of a killed process: " + child.errors(), child.exitCode(10), 128 + 9);
    }
    int last = committed.last();
    ledger.acknowledged(last - first + 1);
    return last;
  }

  /** Returns whether the number after the last acknowledged one was committed too. */
  private boolean isWholeWithTheNext(SqliteDatabase chat, int last) throws SQLException {
    ledger.whole("integrity_check", read(chat, "PRAGMA integrity_check"), List.of("ok"));
    ledger.whole("foreign_key_check", read(chat, "PRAGMA foreign_key_check"), List.of());
    ledger.whole(
        "what was rolled back",
        read(chat, "SELECT count(*) FROM anything WHERE v = ?", WritingChild.ROLLED_BACK),
        List.of(0));

    int next = last + 1;
    Map<Integer, Integer> counters = counts(chat, "SELECT n, count(*) FROM counters GROUP BY n");
    Map<Integer, Integer> messages = counts(
        chat,
        "SELECT CAST(chat_id AS INTEGER), count(*) FROM messages WHERE chat_id IS NOT NULL GROUP BY 1");
    Map<Integer, Integer> chats =
        counts(chat, "SELECT CAST(id AS INTEGER), count(*) FROM chats GROUP BY 1");
    Map<Integer, Integer> others = counts(chat, "SELECT v, count(*) FROM anything GROUP BY v");
    Map<Integer, Integer> bulk = counts(
        chat,
        "SELECT CAST(substr(body, 1, instr(body, ':') - 1) AS INTEGER), 1 FROM messages WHERE id = '"
            + WritingChild.BULK + "'");

    boolean more = counters.containsKey(next) || others.containsKey(next) || bulk.containsKey(next);
    if (more) {
      committed.add(next);
    }
    Map<Integer, Integer> transactions = expected(Kind.TRANSACTION);
    compare("counters", counters, transactions, next);
    compare("messages", messages, transactions, next);
    Map<Integer, Integer> one = new HashMap<>();
    transactions.keySet().forEach(number -> one.put(number, 1));
    compare("chats", chats, one, next);
    Map<Integer, Integer> rows = expected(Kind.RETURNING);
    expected(Kind.SINGLE).keySet().forEach(number -> rows.put(number, 1));
    compare("anything", others, rows, next);
    Map<Integer, Integer> newest = new HashMap<>();
    expected(Kind.BULK).keySet().stream()
        .max(Integer::compare)
        .ifPresent(number -> newest.put(number, 1));
    compare("the large row", bulk, newest, next);
    return more;
  }

  /** The rows that each number has in a table. */
  private void compare(
      String table, Map<Integer, Integer> found, Map<Integer, Integer> expected, int next) {
    expected.forEach((number, rows) -> {
      if (!found.containsKey(number) && number != next) {
        ledger.lost(1, "number " + number + " is not in " + table);
      } else if (!rows.equals(found.get(number))) {
        ledger.broken("number " + number + " has " + found.get(number) + " rows in " + table
            + ", not " + rows);
      }
    });
    found.forEach((number, rows) -> {
      if (!expected.containsKey(number)) {
        ledger.broken(
            "number " + number + " has " + rows + " rows in " + table + " and was never there");
      }
    });
  }

  private Map<Integer, Integer> expected(Kind kind) {
    Map<Integer, Integer> rows = new HashMap<>();
    for (int number : committed) {
      if (WritingChild.kind(number) == kind) {
        rows.put(number, WritingChild.rows(number));
      }
    }
    return rows;
  }

  private static Map<Integer, Integer> counts(SqliteDatabase database, String sql)
      throws SQLException {
    Map<Integer, Integer> counts = new HashMap<>();
    try (PreparedStatement statement = database.read(TestDatabases.sql(sql))) {
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        counts.put(row.getInt(1), row.getInt(2));
      }
    }
    return counts;
  }
}

package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.WritingChild.Kind;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing it has acknowledged, and leaves nothing half done. */
class KillTest {

  private static final int NUMBERS_A_ROUND = 1_000_000;

  @TempDir
  Path directory;

  private final Random random = new Random(4);

  /** What must be there: the acknowledged numbers, and those of which it is known now that they were committed. */
  private final TreeSet<Integer> committed = new TreeSet<>();

  @Test
  void whatIsAcknowledgedSurvivesAKillAndNothingIsHalfApplied() throws Exception {
    int rounds = Soak.of(5, 100);
    int unacknowledged = 0;
    for (int round = 0; round < rounds; round++) {
      Durability durability = round % 2 == 0 ? Durability.NORMAL : Durability.FULL;
      int last = writeAndKill(round, durability);
      try (Databases databases = TestDatabases.open(directory, "chat")) {
        unacknowledged += assertWhole(databases.get("chat"), last) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d kills: %d pieces of work acknowledged or found, %d of them unacknowledged; 0 lost, 0 halves%n",
        rounds, committed.size(), unacknowledged);
  }

  /** Returns the last number that was acknowledged. */
  private int writeAndKill(int round, Durability durability) throws Exception {
    int first = round * NUMBERS_A_ROUND;
    int before = 1 + random.nextInt(120);
    long nanos = random.nextInt(10_000_000);
    try (ChildProcess child = ChildProcess.start(
        directory.resolve("process"), WritingChild.class, directory, durability, first)) {
      for (int i = 0; i < before; i++) {
        committed.add(Integer.parseInt(child.line()));
      }
      LockSupport.parkNanos(nanos);
      child.kill();
      child.rest().forEach(line -> committed.add(Integer.parseInt(line)));
      assertThat(child.exitCode(10)).as("killed: %s", child.errors()).isEqualTo(128 + 9);
    }
    int last = committed.last();
    assertThat(last - first + 1).as("acknowledged in this round").isGreaterThanOrEqualTo(before);
    return last;
  }

  /** Returns whether the number after the last acknowledged one was committed too. */
  private boolean assertWhole(SqliteDatabase chat, int last) throws Exception {
    assertThat(read(chat, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(read(chat, "PRAGMA foreign_key_check")).isEmpty();
    assertThat(read(chat, "SELECT count(*) FROM anything WHERE v = ?", WritingChild.ROLLED_BACK))
        .containsExactly(0);

    int next = last + 1;
    Map<Integer, Integer> counters = counts(chat, "SELECT n, count(*) FROM counters GROUP BY n");
    Map<Integer, Integer> messages = counts(
        chat,
        "SELECT CAST(chat_id AS INTEGER), count(*) FROM messages WHERE chat_id IS NOT NULL GROUP BY 1");
    Map<Integer, Integer> chats =
        counts(chat, "SELECT CAST(id AS INTEGER), count(*) FROM chats GROUP BY 1");
    Map<Integer, Integer> others = counts(chat, "SELECT v, count(*) FROM anything GROUP BY v");
    List<Object> bulk = read(
        chat,
        "SELECT CAST(substr(body, 1, instr(body, ':') - 1) AS INTEGER) FROM messages WHERE id = ?",
        WritingChild.BULK);

    boolean more = counters.containsKey(next) || others.containsKey(next) || bulk.contains(next);
    if (more) {
      committed.add(next);
    }
    Map<Integer, Integer> transactions = expected(Kind.TRANSACTION);
    assertThat(counters).isEqualTo(transactions);
    assertThat(messages).isEqualTo(transactions);
    assertThat(chats.keySet()).isEqualTo(transactions.keySet());
    Map<Integer, Integer> rows = expected(Kind.RETURNING);
    expected(Kind.SINGLE).keySet().forEach(number -> rows.put(number, 1));
    assertThat(others).isEqualTo(rows);
    assertThat(bulk)
        .isEqualTo(expected(Kind.BULK).keySet().stream().sorted().reduce((a, b) -> b).stream()
            .map(number -> (Object) number)
            .toList());
    return more;
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
      throws Exception {
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

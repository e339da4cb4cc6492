package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.migration.MigratingProcess.Work;
import dev.litmus.runtime.migration.MigrationTarget;
import dev.litmus.runtime.soak.Ledger;
import dev.litmus.runtime.soak.Part;
import dev.litmus.runtime.soak.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that migrates, or goes back, is killed by SIGKILL. Every migration is there whole or not at all, and the rest can be
 * applied, or undone.
 */
public final class MigrationKills implements Part {

  private final int length;
  private final int rowsEach;
  private final List<Work> works;
  private final MigrationChain chain;
  private final Ledger ledger = new Ledger();
  private int interrupted;

  private MigrationKills(int length, int rowsEach, Work... works) {
    this.length = length;
    this.rowsEach = rowsEach;
    this.works = List.of(works);
    this.chain = MigratingProcess.chain(length, rowsEach);
  }

  /** Kills processes that migrate. */
  static MigrationKills up(int length, int rowsEach) {
    return new MigrationKills(length, rowsEach, Work.STEPS_UP);
  }

  /** Kills processes that go back. */
  static MigrationKills down(int length, int rowsEach) {
    return new MigrationKills(length, rowsEach, Work.DOWN);
  }

  /** Kills both in turn, of a chain that does not take long. */
  public static MigrationKills bothWays() {
    return new MigrationKills(20, 300, Work.STEPS_UP, Work.DOWN);
  }

  @Override
  public String name() {
    return "migrations killed";
  }

  /** How many rounds had something left to do when the process was killed. */
  int interrupted() {
    return interrupted;
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Path database = folder.resolve("chat" + round + ".sqlite");
      Work work = works.get(round % works.size());
      if (work == Work.DOWN) {
        try (Connection connection = Migrations.open(database)) {
          ledger.whole("migrations applied", Migrations.migrate(connection, chain), length);
        }
      }
      int steps = workAndKill(database, work, random);
      ledger.acknowledged(steps);
      try (Connection connection = Migrations.open(database)) {
        check(connection, work, steps);
      }
      Files.delete(database);
    }
    ledger.note(rounds + " kills, " + interrupted + " of them with migrations left; "
        + ledger.total().broken() + " half applied");
    return ledger.total();
  }

  /** Returns how many steps it said were committed. */
  private int workAndKill(Path database, Work work, Random random)
      throws IOException, InterruptedException {
    Path signal = Path.of(database + ".go");
    Process process = MigratingProcess.start(database, signal, length, rowsEach, work);
    try {
      BufferedReader output = process.inputReader();
      ledger.whole("the first line", String.valueOf(output.readLine()), "ready");
      Files.createFile(signal);
      int steps = 2 + random.nextInt(length / 2);
      double moment = random.nextDouble();
      long begin = System.nanoTime();
      for (int step = 0; step < steps; step++) {
        ledger.whole("a line", String.valueOf(output.readLine()), "step");
      }
      // At any moment of the next step, however long one takes here.
      LockSupport.parkNanos((long) (moment * (System.nanoTime() - begin) / steps));
      process.toHandle().destroyForcibly();
      steps += (int) output.lines().filter("step"::equals).count();
      ledger.whole("ended in time", process.waitFor(10, TimeUnit.SECONDS), true);
      return steps;
    } finally {
      process.destroyForcibly();
    }
  }

  private void check(Connection connection, Work work, int steps) throws SQLException {
    int there = countWhole(connection);
    int done = work == Work.DOWN ? length - there : there;
    if (done < steps) {
      ledger.lost(steps - done, done + " steps are there of " + steps);
    } else if (done > steps + 1) {
      ledger.broken(done + " steps are there of " + steps);
    }
    interrupted += done < length ? 1 : 0;
    if (work == Work.DOWN) {
      int undone = RollbackRunner.rollback(
              connection, Migrations.context(chain), MigrationTarget.nothing())
          .size();
      ledger.whole("migrations undone", undone, there);
      ledger.whole(
          "what is left",
          Migrations.value(connection, "SELECT group_concat(name) FROM sqlite_schema"),
          "_migrations");
      there = 0;
    }
    ledger.whole("migrations applied", Migrations.migrate(connection, chain), length - there);
    ledger.whole("migrations in the end", countWhole(connection), length);
  }

  /** Every migration in the history has its table and its trace, and no other has any. */
  private int countWhole(Connection connection) throws SQLException {
    String history = Migrations.value(
        connection, "SELECT count(*) FROM sqlite_schema WHERE name = '_migrations'");
    int applied = history.equals("0")
        ? 0
        : Integer.parseInt(Migrations.value(connection, "SELECT count(*) FROM _migrations"));
    if (applied == 0) {
      ledger.whole(
          "tables", Migrations.value(connection, "SELECT count(*) FROM sqlite_schema"), history);
      return 0;
    }
    ledger.whole(
        "traces",
        Migrations.value(connection, "SELECT count(*) + 1 FROM trace"),
        String.valueOf(applied));
    ledger.whole(
        "tables",
        Migrations.value(
            connection, "SELECT count(*) + 1 FROM sqlite_schema WHERE name GLOB 't[0-9]*'"),
        String.valueOf(applied));
    ledger.whole("integrity_check", Migrations.value(connection, "PRAGMA integrity_check"), "ok");
    return applied;
  }
}

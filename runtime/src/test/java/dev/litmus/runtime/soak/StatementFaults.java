package dev.litmus.runtime.soak;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPoint;
import dev.litmus.runtime.fault.SimulatedCrashError;
import dev.litmus.runtime.health.IntegrityDepth;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Statements fail on purpose; every few rounds the disk of a process is full. A piece of work is there whole, or refused. */
final class StatementFaults implements Part {

  private static final int WORKS = 60;
  private static final int ONE_IN = 15;
  private static final int FULL_DISK_EACH = 4;
  private static final Fault[] FAULTS = Fault.values();

  private final Ledger ledger = new Ledger();
  private final Set<Integer> expected = new TreeSet<>();
  private Random random = new Random(0);
  private boolean armed;
  private int faults;

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    random = new Random(seed);
    int full = 0;
    for (int round = 0; round < rounds; round++) {
      expected.clear();
      workWithFaults(folder.resolve("round" + round));
      if (round % FULL_DISK_EACH == 0 && FullDisk.isPossible()) {
        FullDisk.run(folder.resolve("full" + round), ledger);
        full++;
      }
    }
    ledger.note(faults + " statements failed on purpose; the disk was full " + full + " times");
    return ledger.total();
  }

  private void workWithFaults(Path folder) {
    DatabaseSettings settings = TestDatabases.SHORT.with(s -> s.faults(this::decide));
    int number = 0;
    while (number < WORKS) {
      try (Databases databases = TestDatabases.open(folder, settings, "chat")) {
        SqliteDatabase chat = databases.get("chat");
        check(chat, number);
        boolean alive = true;
        while (alive && number < WORKS) {
          alive = work(chat, ++number);
        }
      }
    }
    try (Databases databases = TestDatabases.open(folder, "chat")) {
      check(databases.get("chat"), number);
      ledger.whole(
          "what is damaged",
          databases.get("chat").health().check(IntegrityDepth.FULL).findings(),
          List.of());
    }
  }

  private @Nullable Fault decide(FaultPoint point) {
    if (!armed || random.nextInt(ONE_IN) > 0) {
      return null;
    }
    faults++;
    return FAULTS[random.nextInt(FAULTS.length)];
  }

  /** Returns false when the process would have ended: whether the number is there is seen when it is opened again. */
  private boolean work(SqliteDatabase chat, int number) {
    try {
      armed = true;
      TripleWork.perform(chat, number, 100);
      expected.add(number);
      ledger.acknowledged(1);
    } catch (LitmusException e) {
      ledger.refused();
    } catch (SimulatedCrashError e) {
      ledger.refused();
      return false;
    } finally {
      armed = false;
    }
    compare(TripleWork.numbers(chat, ledger), number);
    return true;
  }

  /** After a crash, the last number may be there, of which nobody has heard. */
  private void check(SqliteDatabase chat, int last) {
    Set<Integer> found = TripleWork.numbers(chat, ledger);
    if (found.contains(last)) {
      expected.add(last);
    }
    compare(found, last);
  }

  private void compare(Set<Integer> found, int number) {
    Set<Integer> lost = new TreeSet<>(expected);
    lost.removeAll(found);
    if (!lost.isEmpty()) {
      ledger.lost(lost.size(), lost + " after " + number);
    }
    found.removeAll(expected);
    ledger.whole("what was refused and is there, after " + number, found, new TreeSet<>());
  }
}

package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.read;

import dev.litmus.runtime.Backups;
import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.RestoringChild;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.health.IntegrityDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process that writes, backs up and restores is killed by SIGKILL. Afterwards there is the old database or the new one,
 * whole, and whatever has the name of a backup is one.
 */
public final class CopyKills implements Part {

  private static final int NUMBERS_A_ROUND = 1_000_000;
  private static final int PLACES = 3;

  /** What the process is killed in. */
  public enum Aim {
    /** A backup; nothing is restored. */
    BACKUP("backup killed", "backing", "backup"),
    /** A restore. */
    RESTORE("restore killed", "restoring", "restored"),
    /** Whatever it does then. */
    ANYTHING("backup and restore killed", "", "");

    private final String part;
    private final String begin;
    private final String end;

    Aim(String part, String begin, String end) {
      this.part = part;
      this.begin = begin;
      this.end = end;
    }
  }

  private final Aim aim;
  private final Ledger ledger = new Ledger();

  /** What each backup has. */
  private final Map<Path, Set<Integer>> backedUp = new HashMap<>();

  /** What each place has, as far as it was said. */
  private final Map<Path, Set<Integer>> there = new HashMap<>();

  /** How long what is aimed at took the last time. */
  private long usual = 20_000_000;

  private int hits;

  /** Creates the part. */
  public CopyKills(Aim aim) {
    this.aim = aim;
  }

  @Override
  public String name() {
    return aim.part;
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    Random random = new Random(seed);
    int whole = 0;
    int restores = 0;
    for (int round = 0; round < rounds; round++) {
      Path place = folder.resolve("round" + round % PLACES);
      Path backups = place.resolve("backups");
      List<String> said = workAndKill(folder, place, round, random);
      restores += replay(folder, place, said);
      whole += countWhole(backups);
      tidy(place, backups);
    }
    Tally total = ledger.total();
    ledger.note(String.format(
        "%d kills%s: %d restores, %d backups found whole; %d lost, %d broken",
        rounds,
        aim == Aim.ANYTHING
            ? ""
            : ", " + hits + " of them in a " + aim.name().toLowerCase(Locale.ROOT),
        restores,
        whole,
        total.lost(),
        total.broken()));
    return ledger.total();
  }

  private List<String> workAndKill(Path folder, Path place, int round, Random random)
      throws Exception {
    int lines = 5 + random.nextInt(40);
    double moment = random.nextDouble();
    List<String> said = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(
        folder.resolve("process"),
        RestoringChild.class,
        place,
        place.resolve("backups"),
        round * NUMBERS_A_ROUND,
        aim != Aim.BACKUP)) {
      long begin = System.nanoTime();
      while (said.size() < lines || !isAimedAt(said)) {
        String line = child.line();
        said.add(line);
        if (line.startsWith(aim.begin + " ")) {
          begin = System.nanoTime();
        } else if (line.startsWith(aim.end + " ")) {
          usual = System.nanoTime() - begin;
        }
      }
      LockSupport.parkNanos((long) (moment * usual));
      child.kill();
      said.addAll(child.rest());
      ledger.whole("the end of a killed process: " + child.errors(), child.exitCode(10), 128 + 9);
    }
    hits += isAimedAt(said) ? 1 : 0;
    return said;
  }

  private boolean isAimedAt(List<String> said) {
    return said.get(said.size() - 1).startsWith(aim.begin);
  }

  /** Follows what was said, to what must be there. Returns how often something was restored. */
  private int replay(Path folder, Path place, List<String> said) throws Exception {
    Path backups = place.resolve("backups");
    Set<Integer> now = there.computeIfAbsent(place, first -> new TreeSet<>());
    Set<Integer> restoring = null;
    int restores = 0;
    int last = 0;
    for (String line : said) {
      String[] words = line.split(" ", 3);
      last = Integer.parseInt(words[1]);
      switch (words[0]) {
        case "written" -> {
          now.add(last);
          ledger.acknowledged(1);
        }
        case "backing" -> {}
        case "backup" -> {
          backedUp.put(backups.resolve(words[2]), new TreeSet<>(now));
          ledger.acknowledged(1);
        }
        case "restoring" -> restoring = contentOf(folder, backups.resolve(words[2]));
        case "restored" -> {
          now = new TreeSet<>(restoring);
          restoring = null;
          restores++;
          ledger.acknowledged(1);
        }
        default -> throw new IllegalStateException(line);
      }
    }
    Set<Integer> found = numbers(place);
    compare(found, now, restoring, last + 1);
    there.put(place, found);
    return restores;
  }

  /** What it was about to write, or to restore, may be there. */
  private void compare(Set<Integer> found, Set<Integer> now, Set<Integer> restoring, int next) {
    Set<Integer> more = new TreeSet<>(now);
    more.add(next);
    if (found.equals(now) || found.equals(restoring == null ? more : restoring)) {
      return;
    }
    Set<Integer> lost = new TreeSet<>(now);
    lost.removeAll(found);
    if (restoring == null && !lost.isEmpty()) {
      ledger.lost(lost.size(), "numbers " + lost);
    } else {
      ledger.broken("there is " + found + ", and neither " + now + " nor " + restoring);
    }
  }

  /** A backup that was made right before a kill was not told. */
  private Set<Integer> contentOf(Path folder, Path backup) throws Exception {
    Set<Integer> known = backedUp.get(backup);
    if (known != null) {
      return known;
    }
    Path copy = folder.resolve("copy-" + backup.getFileName());
    TestDatabases.restorer(copy.resolve("chat.sqlite")).restore(backup, RestoreOptions.DEFAULT);
    return numbers(copy);
  }

  private Set<Integer> numbers(Path place) {
    try (Databases databases = TestDatabases.open(place, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      ledger.whole(
          "what is damaged", chat.health().check(IntegrityDepth.FULL).findings(), List.of());
      Set<Integer> numbers = new TreeSet<>();
      read(chat, "SELECT n FROM counters").forEach(number -> numbers.add((Integer) number));
      for (String other :
          List.of("SELECT v FROM anything", "SELECT CAST(id AS INTEGER) FROM messages")) {
        ledger.whole(other, new HashSet<>(read(chat, other)), new HashSet<Object>(numbers));
      }
      return numbers;
    }
  }

  /** Whatever has the name of a backup is one. */
  private int countWhole(Path backups) throws IOException {
    if (!Files.exists(backups)) {
      return 0;
    }
    int whole = 0;
    try (Stream<Path> entries = Files.list(backups)) {
      for (Path file : entries.filter(CopyKills::isBackup).toList()) {
        BackupReport report = Backups.verify(file);
        ledger.whole("what is wrong with " + file, report.findings(), List.of());
        ledger.whole(file + " has a manifest", report.known().isPresent(), true);
        whole++;
      }
    }
    return whole;
  }

  private static boolean isBackup(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("chat_") && !name.endsWith(".json");
  }

  /** Keeps the newest backup, and nothing of what was replaced: hundreds of rounds would fill a disk. */
  private static void tidy(Path place, Path backups) throws IOException {
    for (Path previous : TestDatabases.restorer(place.resolve("chat.sqlite")).previous()) {
      Files.delete(previous);
    }
    if (!Files.exists(backups)) {
      return;
    }
    try (Stream<Path> entries = Files.list(backups)) {
      List<Path> all = entries.filter(CopyKills::isBackup).sorted().toList();
      for (Path old : all.subList(0, Math.max(0, all.size() - 1))) {
        Files.delete(old);
        Files.deleteIfExists(old.resolveSibling(old.getFileName() + ".json"));
      }
    }
  }
}

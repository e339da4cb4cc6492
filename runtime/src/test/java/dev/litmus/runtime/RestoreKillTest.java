package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.health.IntegrityDepth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it backs up and restores leaves a whole database, and only whole backups. */
class RestoreKillTest {

  private static final int NUMBERS_A_ROUND = 1_000_000;

  @TempDir
  Path directory;

  private final Random random = new Random(11);

  /** What each backup has, and the database. */
  private final Map<String, Set<Integer>> backedUp = new HashMap<>();

  private Set<Integer> there = new TreeSet<>();

  @Test
  void thereIsTheOldDatabaseOrTheNewOneWhole() throws Exception {
    int rounds = Soak.of(6, 100);
    int whole = 0;
    int restores = 0;
    for (int round = 0; round < rounds; round++) {
      Path place = directory.resolve("round" + round % 3);
      Path backups = place.resolve("backups");
      if (round % 3 != round) {
        there = numbers(place);
      } else {
        there = new TreeSet<>();
      }
      restores += workAndKill(place, backups, round);
      whole += assertBackupsWhole(backups);
    }
    System.out.printf(
        "%d kills: %d restores, %d backups found whole; 0 lost, 0 broken%n",
        rounds, restores, whole);
  }

  private int workAndKill(Path place, Path backups, int round) throws Exception {
    int lines = 5 + random.nextInt(40);
    long nanos = random.nextInt(20_000_000);
    List<String> said = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(
        directory.resolve("process"),
        RestoringChild.class,
        place,
        backups,
        round * NUMBERS_A_ROUND)) {
      for (int i = 0; i < lines; i++) {
        said.add(child.line());
      }
      LockSupport.parkNanos(nanos);
      child.kill();
      child.rest().forEach(said::add);
      assertThat(child.exitCode(10)).as("killed: %s", child.errors()).isEqualTo(128 + 9);
    }
    return replay(place, backups, said);
  }

  /** Follows what was said, to what must be there. */
  private int replay(Path place, Path backups, List<String> said) throws Exception {
    Set<Integer> restoring = null;
    int restores = 0;
    int last = 0;
    for (String line : said) {
      String[] words = line.split(" ", 3);
      last = Integer.parseInt(words[1]);
      switch (words[0]) {
        case "written" -> there.add(last);
        case "backup" -> backedUp.put(place + words[2], new TreeSet<>(there));
        case "restoring" -> restoring = contentOf(place, backups, words[2]);
        case "restored" -> {
          there = new TreeSet<>(restoring);
          restoring = null;
          restores++;
        }
        default -> throw new AssertionError(line);
      }
    }
    Set<Integer> found = numbers(place);
    Set<Integer> andTheNext = new TreeSet<>(there);
    andTheNext.add(last + 1);
    if (restoring == null) {
      assertThat(found).isIn(there, andTheNext);
    } else {
      // It may have been killed before or after.
      assertThat(found).isIn(there, restoring);
    }
    there = found;
    return restores;
  }

  /** A backup that was made right before a kill was not told. */
  private Set<Integer> contentOf(Path place, Path backups, String name) throws Exception {
    Set<Integer> known = backedUp.get(place + name);
    if (known != null) {
      return known;
    }
    Path copy = directory.resolve("copy-" + name);
    try (SqliteDatabase restored = restoredTo(copy, backups.resolve(name))) {
      return numbers(restored);
    }
  }

  private static SqliteDatabase restoredTo(Path place, Path backup) {
    Repositories chat = TestDatabases.repositories("chat");
    Restorer.of(chat.chain("chat"), place.resolve("chat.sqlite"), DatabaseSettings.DEFAULT, chat)
        .restore(backup, dev.litmus.runtime.backup.RestoreOptions.DEFAULT);
    return TestDatabases.open(place, "chat").get("chat");
  }

  private static Set<Integer> numbers(Path place) {
    try (Databases databases = TestDatabases.open(place, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      assertThat(chat.health().check(IntegrityDepth.FULL).findings()).isEmpty();
      return numbers(chat);
    }
  }

  private static Set<Integer> numbers(SqliteDatabase chat) {
    Set<Integer> numbers = new TreeSet<>();
    read(chat, "SELECT n FROM counters").forEach(number -> numbers.add((Integer) number));
    assertThat(read(chat, "SELECT v FROM anything")).hasSameElementsAs(numbers);
    assertThat(read(chat, "SELECT CAST(id AS INTEGER) FROM messages")).hasSameElementsAs(numbers);
    return numbers;
  }

  /** Whatever has the name of a backup is one. */
  private static int assertBackupsWhole(Path backups) throws Exception {
    if (!Files.exists(backups)) {
      return 0;
    }
    int whole = 0;
    try (Stream<Path> entries = Files.list(backups)) {
      for (Path file : entries.filter(RestoreKillTest::isBackup).toList()) {
        BackupReport report = Backups.verify(file);
        assertThat(report.findings()).as("%s", file).isEmpty();
        assertThat(report.known()).isPresent();
        whole++;
      }
    }
    return whole;
  }

  private static boolean isBackup(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("chat_") && !name.endsWith(".json");
  }
}

package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.soak.Tally;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationProcessesTest {

  @TempDir
  Path folder;

  /** The full number of rounds with {@code -Dlitmus.soak=true}. */
  private static final boolean SOAK = Boolean.getBoolean("litmus.soak");

  @Test
  void threeProcessesApplyEachMigrationOnce() throws Exception {
    for (int round = 0; round < (SOAK ? 20 : 2); round++) {
      assertThreeProcessesShareTheWork(round);
    }
  }

  private void assertThreeProcessesShareTheWork(int round) throws Exception {
    Path database = folder.resolve("shared" + round + ".sqlite");
    Path signal = folder.resolve("shared" + round);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(MigratingProcess.start(database, signal, 20, 500));
    }
    List<BufferedReader> outputs = processes.stream().map(Process::inputReader).toList();
    for (BufferedReader output : outputs) {
      assertThat(output.readLine()).isEqualTo("ready");
    }
    Files.createFile(signal);

    int applied = 0;
    for (BufferedReader output : outputs) {
      String line = output.readLine();
      assertThat(line).startsWith("applied ");
      applied += Integer.parseInt(line.substring("applied ".length()));
    }
    assertThat(applied).isEqualTo(20);
    try (Connection connection = Migrations.open(database)) {
      assertThat(Migrations.value(connection, "SELECT group_concat(version) FROM trace"))
          .isEqualTo("2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20");
    }
  }

  @Test
  void killedProcessLeavesNothingHalfApplied() throws Exception {
    int rounds = SOAK ? 100 : 4;
    assertNothingIsHalfDone(MigrationKills.up(40, 2_000), rounds, 1);
  }

  @Test
  void processKilledOnTheWayBackLeavesWholeSteps() throws Exception {
    int rounds = SOAK ? 100 : 6;
    assertNothingIsHalfDone(MigrationKills.down(40, 2_000), rounds, 2);
  }

  private void assertNothingIsHalfDone(MigrationKills kills, int rounds, long seed)
      throws Exception {
    Tally tally = kills.run(rounds, seed, folder);

    tally.notes().forEach(System.out::println);
    assertThat(tally.findings()).isEmpty();
    assertThat(tally.holds()).isTrue();
    assertThat(kills.interrupted())
        .as("rounds in which there was something left")
        .isGreaterThan(rounds / 2);
  }

  /** Two go up and down as they like. Whoever is overtaken is refused; the database is at a version at every moment. */
  @Test
  void processesThatMigrateAndRollBackAtOnceLeaveWholeSteps() throws Exception {
    int length = 12;
    int rounds = SOAK ? 20 : 2;
    for (int round = 0; round < rounds; round++) {
      Path database = folder.resolve("both" + round + ".sqlite");
      Path signal = folder.resolve("both" + round);
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        processes.add(
            MigratingProcess.start(database, signal, length, 300, MigratingProcess.Work.BOTH));
      }
      for (Process process : processes) {
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
      }
      Files.createFile(signal);
      for (Process process : processes) {
        List<String> lines = process.inputReader().lines().toList();
        assertThat(lines)
            .hasSize(6)
            .allSatisfy(line -> assertThat(line)
                .matches("(applied|undone) \\d+|refused .* another process has .* meanwhile.*"));
        assertThat(process.waitFor()).isZero();
      }
      try (Connection connection = Migrations.open(database)) {
        int applied = assertWhole(connection);
        assertThat(
                Migrations.value(connection, "SELECT coalesce(max(version), 0) FROM _migrations"))
            .isEqualTo(String.valueOf(applied));
      }
    }
  }

  /** Every migration in the history has its table and its trace, and no other has any. */
  private static int assertWhole(Connection connection) throws Exception {
    if (Migrations.value(connection, "SELECT name FROM sqlite_schema WHERE name = '_migrations'")
        == null) {
      assertThat(Migrations.value(connection, "SELECT count(*) FROM sqlite_schema"))
          .isEqualTo("0");
      return 0;
    }
    String applied = Migrations.value(connection, "SELECT count(*) FROM _migrations");
    if (applied.equals("0")) {
      assertThat(Migrations.value(connection, "SELECT count(*) FROM sqlite_schema"))
          .isEqualTo("1");
      return 0;
    }
    assertThat(Migrations.value(connection, "SELECT count(*) + 1 FROM trace")).isEqualTo(applied);
    assertThat(Migrations.value(
            connection, "SELECT count(*) + 1 FROM sqlite_schema WHERE name GLOB 't[0-9]*'"))
        .isEqualTo(applied);
    assertThat(Migrations.value(connection, "PRAGMA integrity_check")).isEqualTo("ok");
    return Integer.parseInt(applied);
  }
}

package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
    Random random = new Random(1);
    int length = 40;
    int interrupted = 0;
    int rounds = SOAK ? 100 : 4;
    // And more on a machine so fast that it was always done before the kill.
    for (int round = 0; round < rounds || (interrupted == 0 && round < 20); round++) {
      Path database = folder.resolve("chat" + round + ".sqlite");
      Path signal = folder.resolve("go" + round);
      Process process = MigratingProcess.start(database, signal, length, 2_000);
      assertThat(process.inputReader().readLine()).isEqualTo("ready");
      Files.createFile(signal);
      Thread.sleep((30 + random.nextInt(200)) / (1 + round / rounds));
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

      try (Connection connection = Migrations.open(database)) {
        int applied = assertWhole(connection);
        interrupted += applied < length ? 1 : 0;
        int rest = Migrations.migrate(connection, MigratingProcess.chain(length, 2_000));
        assertThat(applied + rest).isEqualTo(length);
        assertWhole(connection);
      }
    }
    assertThat(interrupted).isPositive();
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
    assertThat(Migrations.value(connection, "SELECT count(*) + 1 FROM trace")).isEqualTo(applied);
    assertThat(Migrations.value(
            connection, "SELECT count(*) + 1 FROM sqlite_schema WHERE name GLOB 't[0-9]*'"))
        .isEqualTo(applied);
    assertThat(Migrations.value(connection, "PRAGMA integrity_check")).isEqualTo("ok");
    return Integer.parseInt(applied);
  }
}

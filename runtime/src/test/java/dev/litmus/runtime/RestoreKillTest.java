package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.soak.CopyKills;
import dev.litmus.runtime.soak.Tally;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it backs up and restores leaves a whole database, and only whole backups. */
class RestoreKillTest {

  @TempDir
  Path directory;

  @Test
  void thereIsTheOldDatabaseOrTheNewOneWhole() throws Exception {
    int rounds = Soak.of(6, 100);

    Tally tally = new CopyKills(CopyKills.Aim.ANYTHING).run(rounds, 11, directory);

    tally.notes().forEach(System.out::println);
    assertThat(tally.findings()).isEmpty();
    assertThat(tally.holds()).isTrue();
    assertThat(tally.acknowledged()).isGreaterThanOrEqualTo(rounds);
  }
}

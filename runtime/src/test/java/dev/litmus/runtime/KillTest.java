package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.soak.Tally;
import dev.litmus.runtime.soak.WriterKills;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing it has acknowledged, and leaves nothing half done. */
class KillTest {

  @TempDir
  Path directory;

  @Test
  void whatIsAcknowledgedSurvivesAKillAndNothingIsHalfApplied() throws Exception {
    int rounds = Soak.of(5, 100);

    Tally tally = new WriterKills().run(rounds, 4, directory);

    tally.notes().forEach(System.out::println);
    assertThat(tally.findings()).isEmpty();
    assertThat(tally.holds()).isTrue();
    assertThat(tally.acknowledged())
        .as("at least one in each round")
        .isGreaterThanOrEqualTo(rounds);
  }
}

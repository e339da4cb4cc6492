package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.PowerCutChild.Run;
import dev.litmus.runtime.power.DiskEvent;
import dev.litmus.runtime.power.Recording;
import dev.litmus.runtime.power.Strace;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link Durability} promises when the power fails: recorded runs are cut anywhere, with lost, reordered and torn
 * writes, and what is left is opened. In the soak, where strace is there, the code as it is now is recorded as well.
 */
class PowerCutTest {

  private static final int STATES = 1_000;

  @TempDir
  Path folder;

  @Test
  void fullLosesNoAcknowledgedCommit() throws Exception {
    each(Run.FULL, STATES, cuts -> {
      assertWhole(cuts);
      assertThat(cuts.lost()).as(cuts.example()).isZero();
    });
  }

  @Test
  void normalLosesTheLastCommitsAndDamagesNothing() throws Exception {
    each(Run.NORMAL, STATES, cuts -> {
      assertWhole(cuts);
      assertThat(cuts.lost()).as("what it is faster for").isPositive();
    });
  }

  @Test
  void fullLosesNothingWithoutWalEither() throws Exception {
    each(Run.FULL_WITHOUT_WAL, Soak.of(100, STATES), cuts -> {
      assertWhole(cuts);
      assertThat(cuts.lost()).as(cuts.example()).isZero();
    });
  }

  @Test
  void normalDamagesNothingWithoutWalEither() throws Exception {
    each(Run.NORMAL_WITHOUT_WAL, Soak.of(100, STATES), PowerCutTest::assertWhole);
  }

  @Test
  void whatHasTheNameOfABackupIsOneAndNothingIsMigratedWithoutIt() throws Exception {
    each(Run.BACKUP, Soak.of(150, STATES), cuts -> {
      assertWhole(cuts);
      assertThat(cuts.backups()).isPositive();
      assertThat(cuts.incompleteBackups()).as(cuts.example()).isZero();
      assertThat(cuts.missingBackups()).as(cuts.example()).isZero();
    });
  }

  /** The control: cuts that nothing protects from are seen. */
  @Test
  void withoutAnySyncDatabasesAreDamaged() throws Exception {
    each(Run.OFF, 100, cuts -> assertThat(cuts.damaged()).isPositive());
  }

  /** What a runtime would look like that forgot them. */
  @Test
  void aForgottenSyncIsSeen() throws Exception {
    PowerCuts contents = without(Run.FULL, DiskEvent.Synced.class::isInstance);
    assertThat(contents.lost()).isPositive();
    assertThat(contents.damaged()).isPositive();
    PowerCuts names = without(Run.FULL, DiskEvent.DirectorySynced.class::isInstance);
    assertThat(names.lost()).isPositive();
    PowerCuts backups = without(Run.BACKUP, DiskEvent.Synced.class::isInstance);
    assertThat(backups.incompleteBackups() + backups.damaged()).isPositive();
  }

  private PowerCuts without(Run run, Predicate<DiskEvent> forgotten) throws Exception {
    List<DiskEvent> events =
        kept(run).events().stream().filter(forgotten.negate()).toList();
    PowerCuts cuts = cut(run, new Recording(events), Soak.of(60, STATES));
    System.out.println("without some syncs, " + cuts);
    return cuts;
  }

  private static void assertWhole(PowerCuts cuts) {
    assertThat(cuts.damaged()).as(cuts.example()).isZero();
    assertThat(cuts.halves()).as(cuts.example()).isZero();
  }

  private void each(Run run, int states, Consumer<PowerCuts> expected) throws Exception {
    PowerCuts then = cut(run, kept(run), states);
    System.out.println(then);
    expected.accept(then);
    if (Soak.FULL && Strace.works()) {
      PowerCuts now = cut(run, PowerCutRecorder.record(run, folder.toRealPath()), states);
      System.out.println("recorded now, " + now);
      expected.accept(now);
    }
  }

  private PowerCuts cut(Run run, Recording recording, int states) throws Exception {
    return new PowerCuts(run, Files.createTempDirectory(folder, "cuts")).cut(recording, states);
  }

  private static Recording kept(Run run) throws Exception {
    try (InputStream in = PowerCutTest.class.getResourceAsStream(run.recording())) {
      return Recording.read(in);
    }
  }
}

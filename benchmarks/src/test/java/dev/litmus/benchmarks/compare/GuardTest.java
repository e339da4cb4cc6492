package dev.litmus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.benchmarks.compare.Guard.Worse;
import dev.litmus.benchmarks.compare.Recorded.Ratio;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the guard says that something has become slower. All figures are made up. */
class GuardTest {

  private static final double NANOS = 5_000;
  private static final int ROUNDS = 9;
  private static final double NOISE = 0.04;

  /** A run in which Litmus takes a part of the time of the reference, on a machine that is as fast as it wants to be. */
  private static Measurements run(double ratio, double noise, long seed) {
    Random random = new Random(seed);
    Measurements measurements = new Measurements();
    for (int round = 0; round < ROUNDS; round++) {
      double machine = NANOS * (1 + random.nextDouble());
      add(measurements, "jdbc-cached", machine);
      add(measurements, "litmus", machine * ratio * (1 + noise * random.nextGaussian()));
    }
    return measurements;
  }

  private static void add(Measurements measurements, String contender, double nanos) {
    measurements.add(Workload.W1, contender, new Answer(1_000, Math.round(1_000 * nanos), "-"));
  }

  private static List<Worse> check(Measurements recorded, Measurements now) {
    return new Guard(recorded.ratios()).check(now.ratios());
  }

  private static Map<Workload, Map<String, Ratio>> ratio(
      Workload workload, double ratio, double noise) {
    return Map.of(workload, Map.of("litmus", new Ratio(ratio, noise)));
  }

  @Test
  void slowerThanTheNoise_isWorse() {
    assertThat(check(run(0.6, NOISE, 1), run(0.9, NOISE, 2))).singleElement().satisfies(worse -> {
      assertThat(worse.workload()).isEqualTo(Workload.W1);
      assertThat(worse.found() - worse.recorded()).isGreaterThan(worse.allowed());
    });
  }

  @Test
  void noise_isNotWorse() {
    assertThat(Stream.iterate(0L, seed -> seed < 500, seed -> seed + 1)
            .filter(seed ->
                !check(run(0.6, NOISE, seed), run(0.6, NOISE, 1_000 + seed)).isEmpty()))
        .hasSizeLessThan(5);
  }

  @Test
  void aSlowerMachine_isNotWorse() {
    Measurements now = new Measurements();
    for (int round = 0; round < ROUNDS; round++) {
      add(now, "jdbc-cached", 10 * NANOS);
      add(now, "litmus", 6 * NANOS);
    }

    assertThat(check(run(0.6, NOISE, 1), now)).isEmpty();
  }

  @Test
  void faster_isNotWorse() {
    assertThat(check(run(0.9, NOISE, 1), run(0.6, NOISE, 2))).isEmpty();
  }

  @Test
  void oneWildRound_hidesNothing() {
    Measurements now = run(0.9, NOISE, 2);
    add(now, "jdbc-cached", NANOS);
    add(now, "litmus", 50 * NANOS);

    assertThat(check(run(0.6, NOISE, 1), now)).hasSize(1);
  }

  @Test
  void roundsThatAgree_allowAFewPercent() {
    Guard guard = new Guard(ratio(Workload.W1, 0.60, 0));

    assertThat(guard.check(ratio(Workload.W1, 0.62, 0))).isEmpty();
    assertThat(guard.check(ratio(Workload.W1, 0.64, 0))).hasSize(1);
  }

  @Test
  void noiseThatHidesAQuarter_isLoud() {
    Guard guard = new Guard(ratio(Workload.W1, 0.60, 0));

    assertThat(guard.loud(ratio(Workload.W1, 0.60, 0.06))).containsExactly(Workload.W1);
    assertThat(guard.loud(ratio(Workload.W1, 0.60, 0.04))).isEmpty();
  }

  @Test
  void fewerWritesBesideReads_areWorse() {
    Guard guard = new Guard(ratio(Workload.W7, 8, 0.1));

    assertThat(guard.check(ratio(Workload.W7, 5, 0.1))).hasSize(1);
    assertThat(guard.check(ratio(Workload.W7, 9, 0.1))).isEmpty();
  }

  @Test
  void whatIsNotRecorded_isNotWorse() {
    assertThat(new Guard(Map.of()).check(ratio(Workload.W1, 2, 0))).isEmpty();
  }

  @Test
  void recordedRatios_areReadAgain(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("recorded.json");
    Recorded.write(file, ratio(Workload.W5B_FAV, 0.65432, 0.0123456));

    assertThat(Recorded.read(file)).isEqualTo(ratio(Workload.W5B_FAV, 0.654, 0.0123));
  }

  @Test
  void lineOfJson_hasTheRatiosAlone() {
    assertThat(Recorded.line(ratio(Workload.W4A_FAV, 0.65432, 0.01)))
        .isEqualTo("{\"W4a-FAV\":{\"litmus\":0.654}}");
  }
}

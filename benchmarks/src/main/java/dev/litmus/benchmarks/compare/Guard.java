package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.Recorded.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells whether Litmus has become slower than was recorded.
 *
 * <p>What is compared is its ratio to hand-written JDBC, which was measured in the same run: times alone say more of the machine
 * than of the code. A ratio is worse when it is beyond the recorded one by more than {@link #SIGMAS} times the noise, and by more
 * than {@link #LEAST}. The noise is measured, in this run and in the recorded one: it is how far the ratios of the single
 * rounds lie apart (1.4826 times their median absolute deviation, which a few wild rounds do not change), and of both runs it is
 * the root of the sum of their squares. It is not divided by the number of rounds, as that of a mean would be: two runs differ by more
 * than their rounds say, because each process compiles and lays out its memory anew. {@code LEAST} is for rounds that happen
 * to agree.
 *
 * <p>Of W7 it is the other way round: there the ratio is of writes a second, and less is worse.
 */
final class Guard {

  /** With 15 workloads and a normal distribution, a false alarm in one run of 50. */
  static final double SIGMAS = 3;

  /** A part of the recorded ratio: smaller differences are none. */
  static final double LEAST = 0.05;

  /** A part of the recorded ratio: where the noise allows more, the guard says that it is deaf. */
  static final double LOUD = 0.25;

  /**
   * A ratio that has become worse.
   *
   * @param workload of which
   * @param recorded what it was
   * @param found what it is
   * @param allowed how far it may be from what it was
   */
  record Worse(Workload workload, double recorded, double found, double allowed) {}

  private final Map<Workload, Map<String, Ratio>> recorded;

  Guard(Map<Workload, Map<String, Ratio>> recorded) {
    this.recorded = recorded;
  }

  /** Returns what is worse; what was not recorded, or is not measured now, is not. */
  List<Worse> check(Map<Workload, Map<String, Ratio>> found) {
    List<Worse> worse = new ArrayList<>();
    found.forEach((workload, contenders) -> {
      Ratio before = recorded.getOrDefault(workload, Map.of()).get(Peers.LITMUS);
      Ratio now = contenders.get(Peers.LITMUS);
      if (before != null && now != null) {
        double allowed = allowed(before, now);
        double slower =
            workload == Workload.W7 ? before.ratio() - now.ratio() : now.ratio() - before.ratio();
        if (slower > allowed) {
          worse.add(new Worse(workload, before.ratio(), now.ratio(), allowed));
        }
      }
    });
    return worse;
  }

  /** Returns the workloads that were so noisy that something could be worse by {@link #LOUD}, and is not said to be. */
  List<Workload> loud(Map<Workload, Map<String, Ratio>> found) {
    return found.keySet().stream()
        .filter(workload -> {
          Ratio before = recorded.getOrDefault(workload, Map.of()).get(Peers.LITMUS);
          Ratio now = found.getOrDefault(workload, Map.of()).get(Peers.LITMUS);
          return before != null && now != null && allowed(before, now) > LOUD * before.ratio();
        })
        .toList();
  }

  private static double allowed(Ratio before, Ratio now) {
    return Math.max(SIGMAS * Math.hypot(before.noise(), now.noise()), LEAST * before.ratio());
  }
}

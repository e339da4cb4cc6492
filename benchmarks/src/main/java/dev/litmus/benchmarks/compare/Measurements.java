package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.Recorded.Ratio;
import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: for each workload and contender, an answer of each round. */
final class Measurements {

  private final Map<Workload, Map<String, List<Answer>>> answers = new EnumMap<>(Workload.class);

  /** Adds the answer of the next round. */
  void add(Workload workload, String contender, Answer answer) {
    answers
        .computeIfAbsent(workload, first -> new LinkedHashMap<>())
        .computeIfAbsent(contender, first -> new ArrayList<>())
        .add(answer);
  }

  /** Returns the workloads that were measured. */
  List<Workload> workloads() {
    return List.copyOf(answers.keySet());
  }

  List<String> contenders(Workload workload) {
    return List.copyOf(of(workload).keySet());
  }

  private Map<String, List<Answer>> of(Workload workload) {
    return answers.getOrDefault(workload, Map.of());
  }

  List<Answer> answers(Workload workload, String contender) {
    return of(workload).getOrDefault(contender, List.of());
  }

  /** Returns the median over the rounds: nanoseconds of an operation, of W7 writes a second. */
  double median(Workload workload, String contender) {
    return Samples.median(figures(workload, contender));
  }

  private List<Double> figures(Workload workload, String contender) {
    return answers(workload, contender).stream()
        .map(answer -> workload == Workload.W7
            ? 1e9 * answer.operations() / answer.nanos()
            : answer.nanosOfOne())
        .toList();
  }

  /**
   * Returns the ratio of the medians, and how far the ratios of the single rounds lie apart. A round has both contenders one
   * shortly after the other, so that what slows the machine for longer slows both.
   */
  Ratio ratio(Workload workload, String contender) {
    List<Double> own = figures(workload, contender);
    List<Double> others = figures(workload, reference(workload));
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(own.size(), others.size()); round++) {
      ratios.add(own.get(round) / others.get(round));
    }
    return new Ratio(Samples.median(own) / Samples.median(others), Samples.spread(ratios));
  }

  /** Returns all ratios. */
  Map<Workload, Map<String, Ratio>> ratios() {
    Map<Workload, Map<String, Ratio>> ratios = new EnumMap<>(Workload.class);
    answers.forEach((workload, contenders) -> {
      Map<String, Ratio> of = new LinkedHashMap<>();
      contenders.keySet().forEach(contender -> of.put(contender, ratio(workload, contender)));
      ratios.put(workload, of);
    });
    return ratios;
  }

  private static String reference(Workload workload) {
    return workload == Workload.W7 ? JavaContender.SHARED_FAIR.label() : Peers.REFERENCE;
  }
}

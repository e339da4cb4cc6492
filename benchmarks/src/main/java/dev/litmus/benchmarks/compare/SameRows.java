package dev.litmus.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks that all contenders return the same rows: who returns fewer is no faster. */
final class SameRows {

  private final Map<Workload, Map<String, String>> hashes = new LinkedHashMap<>();

  /**
   * Takes an answer.
   *
   * @throws ComparisonException when another contender, or an earlier answer, has other rows
   */
  void add(Workload workload, String contender, Answer answer) {
    Map<String, String> of = hashes.computeIfAbsent(workload, first -> new LinkedHashMap<>());
    String before = of.putIfAbsent(contender, answer.hash());
    if (before != null && !before.equals(answer.hash())) {
      throw new ComparisonException(
          workload + ": " + contender + " returns other rows than in an earlier round");
    }
    Map<String, List<String>> alike = new TreeMap<>();
    of.forEach((name, hash) -> alike.merge(hash, List.of(name), SameRows::both));
    if (alike.size() > 1) {
      throw new ComparisonException(workload + ": other rows from " + alike.values());
    }
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}

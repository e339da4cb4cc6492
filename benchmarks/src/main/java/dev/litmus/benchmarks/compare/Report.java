package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.Guard.Worse;
import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run prints. */
final class Report {

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final int NAME_WIDTH = 14;

  private final Measurements measurements;

  Report(Measurements measurements) {
    this.measurements = measurements;
  }

  /** Returns the tables: a line for each workload, and lines of their own for W7. */
  String text() {
    List<Workload> workloads = measurements.workloads().stream()
        .filter(workload -> workload != Workload.W7)
        .toList();
    StringBuilder text = new StringBuilder();
    if (!workloads.isEmpty()) {
      table(workloads, text);
    }
    if (measurements.workloads().contains(Workload.W7)) {
      beside(text);
    }
    return text.toString();
  }

  private void table(List<Workload> workloads, StringBuilder text) {
    List<String> contenders = measurements.contenders(workloads.get(0)).stream()
        .filter(contender -> !contender.equals(Peers.REFERENCE))
        .toList();
    text.append("Medians of ")
        .append(Peers.REFERENCE)
        .append(", and ratios to them: lower is faster.\n\n");
    text.append(line("", Peers.REFERENCE, contenders));
    for (Workload workload : workloads) {
      text.append(line(
          workload.label(),
          time(measurements.median(workload, Peers.REFERENCE)),
          contenders.stream()
              .map(contender ->
                  number("%.2f", measurements.ratio(workload, contender).ratio()))
              .toList()));
    }
  }

  private static String line(String workload, String reference, List<String> cells) {
    return String.format(Locale.ROOT, "%-8s %12s", workload, reference)
        + cells.stream()
            .map(cell -> String.format(Locale.ROOT, "%" + NAME_WIDTH + "s", cell))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String time(double nanos) {
    return nanos < 1_000 * MICRO
        ? number("%.2f µs", nanos / MICRO)
        : number("%.1f ms", nanos / MILLI);
  }

  private void beside(StringBuilder text) {
    text.append("\nW7, one thread writes and one reads; medians, and ratios of writes/s to ")
        .append(JavaContender.SHARED_FAIR.label())
        .append(": higher is faster.\n\n")
        .append(besideLine(
            "", List.of("reads/s", "writes/s", "ratio", "write p50", "p99", "max", "failures")));
    for (String contender : measurements.contenders(Workload.W7)) {
      text.append(besideLine(
          contender,
          List.of(
              number("%.0f", 1e9 * count(contender, 0) / nanos(contender)),
              number("%.0f", measurements.median(Workload.W7, contender)),
              number("%.2f", measurements.ratio(Workload.W7, contender).ratio()),
              time(count(contender, 1)),
              time(count(contender, 2)),
              time(count(contender, 3)),
              number("%.0f", failures(contender)))));
    }
  }

  private double count(String contender, int which) {
    return Samples.median(measurements.answers(Workload.W7, contender).stream()
        .map(answer -> answer.counts().get(which).doubleValue())
        .toList());
  }

  private double nanos(String contender) {
    return measurements.answers(Workload.W7, contender).get(0).nanos();
  }

  /** Of all rounds. */
  private double failures(String contender) {
    return measurements.answers(Workload.W7, contender).stream()
        .mapToDouble(answer -> answer.counts().get(4))
        .sum();
  }

  private static String besideLine(String contender, List<String> cells) {
    return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", contender)
        + cells.stream()
            .map(cell -> String.format(Locale.ROOT, "%12s", cell))
            .collect(Collectors.joining())
        + "\n";
  }

  /** Returns a table of what the guard has found. */
  static String worse(List<Worse> found) {
    StringBuilder text = new StringBuilder("Worse than recorded, by more than the noise:\n\n");
    text.append(String.format(
        Locale.ROOT, "%-8s %10s %10s %10s %10s%n", "", "recorded", "now", "worse by", "allowed"));
    for (Worse worse : found) {
      text.append(String.format(
          Locale.ROOT,
          "%-8s %10.2f %10.2f %10.2f %10.2f%n",
          worse.workload(),
          worse.recorded(),
          worse.found(),
          Math.abs(worse.found() - worse.recorded()),
          worse.allowed()));
    }
    return text.toString();
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}

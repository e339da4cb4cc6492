package dev.litmus.benchmarks.compare;

import java.util.Arrays;
import java.util.Collection;

/** Figures that were measured several times. */
final class Samples {

  /** What makes a median absolute deviation a standard deviation, were the figures normally distributed. */
  private static final double SIGMA = 1.4826;

  private Samples() {}

  static double median(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no figures");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Returns how far figures lie apart, as a standard deviation which a few wild ones do not change. */
  static double spread(Collection<Double> figures) {
    double median = median(figures);
    return SIGMA
        * median(Arrays.asList(
            figures.stream().map(figure -> Math.abs(figure - median)).toArray(Double[]::new)));
  }
}

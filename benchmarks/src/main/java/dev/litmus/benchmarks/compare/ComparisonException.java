package dev.litmus.benchmarks.compare;

/** A comparison that cannot go on, or says nothing: a contender failed, or two returned other rows. */
final class ComparisonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ComparisonException(String message) {
    super(message);
  }
}

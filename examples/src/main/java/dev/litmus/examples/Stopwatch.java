package dev.litmus.examples;

import java.util.Locale;

/** How long something took, for people to read. */
final class Stopwatch {

  private final long start = System.nanoTime();

  /** Returns the time since its creation. */
  @Override
  public String toString() {
    long micros = (System.nanoTime() - start) / 1_000;
    return micros < 1_000_000
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}

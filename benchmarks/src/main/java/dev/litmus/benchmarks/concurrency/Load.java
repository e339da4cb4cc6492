package dev.litmus.benchmarks.concurrency;

import java.util.Locale;

/** What callers do: point reads by key (W1), inserts in transactions of their own (W4a), or both. */
enum Load {
  READ(100),
  WRITE(0),
  MIXED(80);

  private final int readsInHundred;

  Load(int readsInHundred) {
    this.readsInHundred = readsInHundred;
  }

  /**
   * Whether the next call reads.
   *
   * @param chance from 0 to 99
   */
  boolean reads(int chance) {
    return chance < readsInHundred;
  }

  @Override
  public String toString() {
    return this == MIXED ? "80 % read" : name().toLowerCase(Locale.ROOT);
  }
}

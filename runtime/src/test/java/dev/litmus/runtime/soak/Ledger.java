package dev.litmus.runtime.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts for a {@link Tally}. Safe for all threads. */
public final class Ledger {

  private static final int MOST = 20;
  private static final int MOST_LETTERS = 2_000;

  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder broken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder mismatches = new LongAdder();
  private final List<String> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** So many pieces of work are done. */
  public void acknowledged(long count) {
    acknowledged.add(count);
  }

  /** A piece of work was refused. */
  public void refused() {
    refused.increment();
  }

  /** So many acknowledged pieces of work are not there. */
  public void lost(long count, String what) {
    lost.add(count);
    find("lost: " + what);
  }

  /** Something is half done or damaged, or failed in a way it must not. */
  public void broken(String what) {
    broken.increment();
    find("broken: " + what);
  }

  /** Two things must be the same, or something is broken. */
  public void whole(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      broken(what + " is " + found + ", not " + expected);
    }
  }

  /** An answer must be that of the model. */
  public void same(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      mismatches.increment();
      find("mismatch: " + what + " is " + found + ", not " + expected);
    }
  }

  /** Something that is worth knowing. */
  public void note(String words) {
    synchronized (notes) {
      notes.add(words);
    }
  }

  private void find(String words) {
    synchronized (findings) {
      if (findings.size() < MOST) {
        String printable = words.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        findings.add(
            printable.length() > MOST_LETTERS
                ? printable.substring(0, MOST_LETTERS) + " …"
                : printable);
      }
    }
  }

  /** Returns what was counted up to now. */
  public Tally total() {
    synchronized (findings) {
      synchronized (notes) {
        return new Tally(
            acknowledged.sum(),
            lost.sum(),
            broken.sum(),
            refused.sum(),
            mismatches.sum(),
            findings,
            notes);
      }
    }
  }
}

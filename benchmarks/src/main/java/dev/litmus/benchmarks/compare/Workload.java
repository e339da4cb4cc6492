package dev.litmus.benchmarks.compare;

import java.util.Arrays;
import java.util.List;

/** What is measured. The label is what the tables, the protocol and the recorded ratios call it. */
public enum Workload {
  W1("W1", Kind.READ, false, "point select by primary key"),
  W2("W2", Kind.READ, false, "the 100 messages of a chat"),
  W3("W3", Kind.READ, false, "scan of all messages"),
  W4A("W4a", Kind.WRITE, false, "single insert, a transaction each; per row"),
  W4B("W4b", Kind.WRITE, false, "single inserts, 1,000 in a transaction; per row"),
  W5A("W5a", Kind.WRITE, false, "batch of 10,000 in one transaction; per row"),
  W5B("W5b", Kind.WRITE, false, "batch of 10,000 in chunks of 100; per row"),
  W6A("W6a", Kind.READ, false, "page of 20 by offset, with the count; per page"),
  W6B("W6b", Kind.READ, false, "page of 20 by keyset; per page"),
  W7("W7", Kind.CONCURRENT, false, "one thread writes, one reads; writes a second"),
  W8("W8", Kind.READ, false, "full-text search, top 50 with highlight"),
  W4A_FAV("W4a-FAV", Kind.WRITE, true, "W4a, favourable schema and keys"),
  W4B_FAV("W4b-FAV", Kind.WRITE, true, "W4b, favourable schema and keys"),
  W5A_FAV("W5a-FAV", Kind.WRITE, true, "W5a, favourable schema and keys"),
  W5B_FAV("W5b-FAV", Kind.WRITE, true, "W5b, favourable schema and keys");

  /** How a workload is run. */
  public enum Kind {
    /** In a loop by one thread; nothing changes. */
    READ,
    /** In a loop by one thread; what was inserted is deleted when the clock has stopped. */
    WRITE,
    /** By two threads at once. */
    CONCURRENT
  }

  private final String label;
  private final Kind kind;
  private final boolean favourable;
  private final String description;

  Workload(String label, Kind kind, boolean favourable, String description) {
    this.label = label;
    this.kind = kind;
    this.favourable = favourable;
    this.description = description;
  }

  /** Returns the workload of a label. */
  public static Workload of(String label) {
    return Arrays.stream(values())
        .filter(workload -> workload.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload is called " + label));
  }

  /** Returns the workloads that every contender has. */
  public static List<Workload> ofOneThread() {
    return Arrays.stream(values())
        .filter(workload -> workload.kind != Kind.CONCURRENT)
        .toList();
  }

  /** Returns what it is called outside Java. */
  public String label() {
    return label;
  }

  /** Returns how it is run. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether the keys are ordered by time, the rows of a chat together, and the superfluous index is dropped. */
  public boolean isFavourable() {
    return favourable;
  }

  /** Returns a few words for tables. */
  public String description() {
    return description;
  }

  /** Returns what is done, whatever the schema and the keys. */
  Workload work() {
    return switch (this) {
      case W4A_FAV -> W4A;
      case W4B_FAV -> W4B;
      case W5A_FAV -> W5A;
      case W5B_FAV -> W5B;
      default -> this;
    };
  }

  @Override
  public String toString() {
    return label;
  }
}

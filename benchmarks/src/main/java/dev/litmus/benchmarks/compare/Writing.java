package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.contender.Contender;
import dev.litmus.benchmarks.data.Message;
import java.util.List;

/**
 * A workload that writes. A slice begins with the first message that arrives, and ends early when all have.
 *
 * @param workload which one
 * @param contender who does it
 * @param input what is inserted
 */
record Writing(Workload workload, Contender contender, Input input) {

  private static final int TRANSACTION = 1_000;

  /** Of how many messages the hash is: each slice inserts at least so many. */
  private static final int HASHED = 100;

  /** Returns how many messages a run inserts. */
  private int atOnce() {
    return switch (workload.work()) {
      case W4A -> 1;
      case W4B -> Math.min(TRANSACTION, input.batch());
      case W5A, W5B -> input.batch();
      default -> throw new IllegalStateException(workload + " writes nothing");
    };
  }

  boolean remains(int inserted) {
    return inserted + atOnce() <= arrivals().size();
  }

  int least() {
    return HASHED;
  }

  private List<Message> arrivals() {
    return input.arrivals(workload.isFavourable());
  }

  /** Inserts the next messages, and returns how many. */
  int run(int from) {
    int count = atOnce();
    switch (workload.work()) {
      case W4A -> contender.insert(arrivals().get(from));
      case W4B -> contender.insertEach(arrivals().subList(from, from + count));
      case W5A -> contender.insertAll(arrivals().subList(from, from + count));
      case W5B -> contender.insertInChunks(arrivals().subList(from, from + count));
      default -> throw new IllegalStateException(workload + " writes nothing");
    }
    return count;
  }

  /** Returns a hash of what was inserted first, as it is in the database. */
  String hash() {
    RowHash hash = new RowHash();
    for (Message arrived : arrivals().subList(0, HASHED)) {
      hash.add(contender.message(contender.find(arrived.id()).orElseThrow()));
    }
    return hash.value();
  }
}

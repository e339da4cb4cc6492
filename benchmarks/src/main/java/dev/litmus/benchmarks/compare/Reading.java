package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.Input.Lookup;
import dev.litmus.benchmarks.compare.contender.Contender;
import dev.litmus.benchmarks.compare.contender.Contender.Part;
import dev.litmus.benchmarks.data.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workload that reads.
 *
 * @param workload which one
 * @param contender who does it
 * @param input what is asked for
 */
record Reading(Workload workload, Contender contender, Input input) {

  /** W6 goes through a whole chat. */
  private static final int PAGE = 20;

  private static final int PAGES = Size.MESSAGES_OF_CHAT / PAGE;

  /** How many of the first operations the hash is of: W3 always returns the same. */
  private static final int HASHED = 16;

  /** Returns how often it is run before the clock is looked at, which takes time too. */
  int atOnce() {
    return workload == Workload.W1 ? 16 : 1;
  }

  /** Returns how many operations a run is. */
  int operations() {
    return workload == Workload.W6A || workload == Workload.W6B ? PAGES : 1;
  }

  Object run(int position) {
    Lookup lookup = input.lookup(position);
    return switch (workload) {
      case W1 -> contender.find(lookup.id());
      case W2 -> contender.ofChat(lookup.chatId());
      case W3 -> contender.all();
      case W6A -> pages(lookup.chatId());
      case W6B -> contender.scroll(lookup.chatId(), PAGE, PAGES);
      case W8 -> contender.search(lookup.words());
      default -> throw new IllegalStateException(workload + " does not only read");
    };
  }

  private List<Part> pages(String chatId) {
    List<Part> pages = new ArrayList<>(PAGES);
    for (int page = 0; page < PAGES; page++) {
      pages.add(contender.page(chatId, PAGE, page * PAGE));
    }
    return pages;
  }

  /**
   * Returns a hash of what the first operations return.
   *
   * @param last what the last one has returned
   */
  String hash(@Nullable Object last) {
    RowHash hash = new RowHash();
    if (workload == Workload.W3) {
      add(Objects.requireNonNull(last), hash);
    } else {
      for (int position = 0; position < HASHED; position++) {
        add(run(position), hash);
      }
    }
    return hash.value();
  }

  private void add(Object result, RowHash hash) {
    if (result instanceof Optional<?> optional) {
      hash.add(contender.message(optional.orElse(null)));
    } else if (result instanceof List<?> list) {
      list.forEach(row -> add(row, hash));
    } else if (result instanceof Part part) {
      part.rows().forEach(row -> add(row, hash));
      hash.add(part.total());
    } else if (result instanceof Hit hit) {
      hash.add(hit);
    } else {
      hash.add(contender.message(result));
    }
  }
}

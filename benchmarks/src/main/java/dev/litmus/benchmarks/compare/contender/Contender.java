package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workloads of one thread, on one open database. Rows are {@link Message}s or the contender's own class for them, which
 * {@link #message} turns into messages when the clock has stopped.
 */
public interface Contender extends Beside {

  /** Rows of a chunk in W5b, and of what goes to the driver at once in W5a. */
  int CHUNK = 100;

  /**
   * A page of W6a.
   *
   * @param rows of the page
   * @param total how many rows all pages have
   */
  record Part(List<?> rows, long total) {}

  /** W1. */
  Optional<?> find(String id);

  /** W3. */
  List<?> all();

  /** W4b: inserts messages one by one, in one transaction. */
  void insertEach(List<Message> messages);

  /** W5a: inserts messages in one transaction, as fast as there is a way for it. */
  void insertAll(List<Message> messages);

  /** W5b: inserts messages likewise, and commits after every {@link #CHUNK} of them. */
  void insertInChunks(List<Message> messages);

  /** W6a: returns a page of a chat in the order of time and key, and how many messages the chat has. */
  Part page(String chatId, int limit, int offset);

  /** W6b: scrolls through a chat from its beginning, each page from where the last one ended. */
  List<?> scroll(String chatId, int limit, int pages);

  /** W8. */
  List<Hit> search(String words);

  /** Returns a row of this contender as a message. */
  default Message message(@Nullable Object row) {
    return (Message) Objects.requireNonNull(row);
  }
}

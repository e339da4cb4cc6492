package dev.litmus.benchmarks.compare;

/**
 * How much data there is.
 *
 * @param chats how many chats, of {@link #MESSAGES_OF_CHAT} messages each
 * @param documents how many documents to search in
 * @param lookups how many keys are asked for before they repeat
 * @param arrivals how many messages there are to be inserted
 * @param batch how many of them are inserted at once in W5
 */
public record Size(int chats, int documents, int lookups, int arrivals, int batch) {

  /** Messages of each chat. */
  public static final int MESSAGES_OF_CHAT = 100;

  /** What is measured. */
  public static final Size FULL = new Size(1_000, 10_000, 4_096, 40_000, 10_000);

  /** For tests: 200 messages. */
  public static final Size TINY = new Size(2, 80, 16, 700, 250);

  int messages() {
    return chats * MESSAGES_OF_CHAT;
  }
}

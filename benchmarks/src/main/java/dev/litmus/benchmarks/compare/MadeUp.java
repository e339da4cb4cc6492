package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.data.Message;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are always the same. There are two kinds of messages: with random keys and the chats mixed, and favourable ones,
 * with keys in the order of time and the messages of a chat one after the other.
 */
final class MadeUp {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CONTENT_LENGTH = 200;
  private static final int WORDS_OF_DOCUMENT = 40;
  private static final int VOCABULARY = 600;
  private static final List<String> SYLLABLES = List.of(
      "ba", "co", "di", "fu", "ge", "ka", "lo", "mi", "nu", "pe", "ra", "so", "ti", "vu", "we");
  private static final List<String> WORDS = words();

  private final Random random;
  private final Size size;

  MadeUp(long seed, Size size) {
    this.random = new Random(seed);
    this.size = size;
  }

  private static List<String> words() {
    Random random = new Random(1);
    return IntStream.range(0, VOCABULARY)
        .mapToObj(i -> word(random) + Integer.toString(i, 36))
        .toList();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }

  static String chatId(int chat) {
    long mixed = chat * 0x9E3779B97F4A7C15L;
    return new UUID((mixed & ~0xF000L) | 0x4000L, 0x8000000000000000L | chat).toString();
  }

  /** Makes the message of a number: after the last that there is, one that arrives. */
  Message message(int number, boolean favourable) {
    boolean exists = number < size.messages();
    int chat = favourable
        ? number / Size.MESSAGES_OF_CHAT % size.chats()
        : exists ? number % size.chats() : random.nextInt(size.chats());
    boolean asks = number % 2 == 0;
    @Nullable String model = asks ? null : number % 3 == 0 ? "large" : "small";
    return new Message(
        id(number, favourable),
        chatId(chat),
        asks ? "user" : "assistant",
        content(number),
        model,
        random.nextInt(2_000),
        BEGIN.plusSeconds(number).toString(),
        number % 20 == 0);
  }

  private String id(int number, boolean favourable) {
    long high = favourable
        ? (BEGIN.plusSeconds(number).toEpochMilli() << 16) | 0x7000L
        : (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /** About 200 characters, of which a few are none of ASCII's in one message of 50. */
  private String content(int number) {
    StringBuilder content = new StringBuilder(number % 50 == 0 ? "größer – 大きい 🙂 " : "");
    while (content.length() < CONTENT_LENGTH - 8) {
      content.append(WORDS.get(random.nextInt(VOCABULARY))).append(' ');
    }
    return content.append("end").toString();
  }

  /** Makes a document: some words are in many of them, most in few. */
  String document() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS_OF_DOCUMENT; i++) {
      double skewed = random.nextDouble() * random.nextDouble();
      text.append(i == 0 ? "" : " ").append(WORDS.get((int) (skewed * VOCABULARY)));
    }
    return text.toString();
  }

  /** Makes what a person searches for: two words that are in some documents together. */
  String search() {
    return WORDS.get(random.nextInt(20)) + " " + WORDS.get(20 + random.nextInt(40));
  }

  int below(int limit) {
    return random.nextInt(limit);
  }
}

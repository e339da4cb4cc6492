package dev.litmus.benchmarks.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a contender answers to one slice: {@code ok OPERATIONS NANOSECONDS HASH}, and for W7 what else was counted.
 *
 * @param operations how many were done
 * @param nanos how long all of them took
 * @param hash of the rows that were returned or inserted
 * @param counts of W7: reads, p50, p99 and longest of a write in nanoseconds, failures
 */
record Answer(long operations, long nanos, String hash, List<Long> counts) {

  private static final String OK = "ok";

  Answer(long operations, long nanos, String hash) {
    this(operations, nanos, hash, List.of());
  }

  double nanosOfOne() {
    return (double) nanos / operations;
  }

  String line() {
    String more = counts.stream().map(count -> " " + count).collect(Collectors.joining());
    return OK + " " + operations + " " + nanos + " " + hash + more;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is none of an answer
   */
  static Answer of(String line) {
    String[] words = line.split(" ", -1);
    if (words.length < 4 || !words[0].equals(OK)) {
      throw new IllegalArgumentException("no answer: " + line);
    }
    return new Answer(
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        words[3],
        Arrays.stream(words).skip(4).map(Long::valueOf).toList());
  }
}

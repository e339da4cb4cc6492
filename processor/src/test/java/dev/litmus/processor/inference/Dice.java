package dev.litmus.processor.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Chance, the same for the same seed. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Tells yes in so many cases of a hundred. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String pick(String... some) {
    return some[random.nextInt(some.length)];
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Returns one to so many of what is made. */
  List<String> some(int most, Supplier<String> made) {
    List<String> all = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      all.add(made.get());
    }
    return all;
  }

  String list(int most, Supplier<String> made) {
    return some(most, made).stream().collect(Collectors.joining(", "));
  }

  String maybe(int percent, Supplier<String> made) {
    return chance(percent) ? made.get() : "";
  }
}

package dev.litmus.processor.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A piece of SQL that is tried with samples in the place of what is not constant in it: what goes wrong with every sample
 * goes wrong because of the constants.
 *
 * @param start the text before the first argument
 * @param end the text after the last one
 * @param arguments the constant ones as written; empty for others
 */
record Sampled(String start, String end, List<Optional<String>> arguments) {

  /** Something that each argument of a function could be: an object, a date, a number, a path, a modifier, a name. */
  private static final List<String> SAMPLES =
      List.of("'{}'", "'2000-01-01'", "0", "'$'", "'+0 days'", "'a'");

  /** With more of them, there would be too many to try. */
  private static final int MOST_UNKNOWN = 3;

  Sampled {
    arguments = List.copyOf(arguments);
  }

  static Sampled call(String function, List<Optional<String>> arguments) {
    return new Sampled(function + "(", ")", arguments);
  }

  /** Returns this sampled when something else is known of an argument. */
  Sampled with(int argument, Optional<String> constant) {
    List<Optional<String>> others = new ArrayList<>(arguments);
    others.set(argument, constant);
    return new Sampled(start, end, others);
  }

  /**
   * Returns the first answer if all samples have the same fate; empty when one of them has another.
   *
   * @param fate tells whether an answer is that of the ones looked for
   */
  Optional<Engine.Answer> always(Engine engine, Predicate<Engine.Answer> fate) {
    if (arguments.stream().filter(Optional::isEmpty).count() > MOST_UNKNOWN) {
      return Optional.empty();
    }
    Optional<Engine.Answer> first = Optional.empty();
    for (List<String> filled : filled()) {
      Engine.Answer answer = engine.evaluate(start + String.join(", ", filled) + end);
      if (!fate.test(answer)) {
        return Optional.empty();
      }
      first = first.or(() -> Optional.of(answer));
    }
    return first;
  }

  private List<List<String>> filled() {
    List<List<String>> all = List.of(List.of());
    for (Optional<String> argument : arguments) {
      List<String> values = argument.map(List::of).orElse(SAMPLES);
      all = all.stream()
          .flatMap(before -> values.stream().map(value -> {
            List<String> more = new ArrayList<>(before);
            more.add(value);
            return more;
          }))
          .map(List::copyOf)
          .toList();
    }
    return all;
  }
}

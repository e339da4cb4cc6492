package dev.litmus.processor.function;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Optional;

/** A reason for which a function may return NULL. */
@FunctionalInterface
interface NullRule {

  /** Returns why a call with these arguments may be NULL; empty when this rule knows no reason. */
  Optional<NullReason> reason(String function, List<Value> arguments);

  /** Nothing is known, so it may be. */
  NullRule UNKNOWN = (function, arguments) ->
      Optional.of(NullReason.of("nothing is known of the result of `" + function + "`"));

  /** One of the chosen arguments may be: the reason is its own. */
  static NullRule ifOneOf(Chosen chosen) {
    return (function, arguments) ->
        chosen.of(arguments).flatMap(argument -> argument.nullReason().stream()).findFirst();
  }

  /** All arguments may be: the reason is that of the last one, which was to stand in for the others. */
  static NullRule ifAll() {
    return (function, arguments) -> arguments.stream().allMatch(Value::isNullable)
        ? arguments.get(arguments.size() - 1).nullReason()
        : Optional.empty();
  }

  /** It may be for reasons that do not show in what is known of the arguments. */
  static NullRule when(String words) {
    return (function, arguments) -> Optional.of(because(function, words));
  }

  /** One of the chosen arguments can have another storage class. */
  static NullRule unlessWithin(Classes within, Chosen chosen, String words) {
    return (function, arguments) ->
        chosen.of(arguments).allMatch(argument -> argument.possible().isWithin(within))
            ? Optional.empty()
            : Optional.of(because(function, words));
  }

  static NullRule withEvenArguments(String words) {
    return (function, arguments) ->
        arguments.size() % 2 == 0 ? Optional.of(because(function, words)) : Optional.empty();
  }

  private static NullReason because(String function, String words) {
    return NullReason.of("`" + function + "` is NULL " + words);
  }
}

package dev.litmus.processor.function;

import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some of the arguments of a call, chosen by their index and the number of arguments. */
@FunctionalInterface
interface Chosen {

  Chosen ALL = (argument, count) -> true;
  Chosen NONE = (argument, count) -> false;

  boolean has(int argument, int count);

  static Chosen only(int... arguments) {
    return (argument, count) -> IntStream.of(arguments).anyMatch(one -> one == argument);
  }

  default Stream<Value> of(List<Value> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(argument -> has(argument, arguments.size()))
        .mapToObj(arguments::get);
  }
}

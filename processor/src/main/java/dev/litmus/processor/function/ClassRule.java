package dev.litmus.processor.function;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the storage classes of a result follow from those of the arguments.
 *
 * <p>A rule is asked twice: for what is expected and for what is possible. When arguments can have more classes, the result
 * never has fewer.
 */
@FunctionalInterface
interface ClassRule {

  /**
   * Returns the storage classes of the result, NULL apart.
   *
   * @param classes those of an argument that are asked about
   */
  Classes of(List<Value> arguments, Function<Value, Classes> classes);

  static ClassRule always(Classes result) {
    return (arguments, classes) -> result;
  }

  static ClassRule sameAs(int argument) {
    return (arguments, classes) -> classes.apply(arguments.get(argument));
  }

  /** Each class of the first argument leads to others. */
  static ClassRule byFirst(Classes integer, Classes real, Classes text, Classes blob) {
    return (arguments, classes) -> Classes.union(classes.apply(arguments.get(0)).all().stream()
        .map(one -> switch (one) {
          case INTEGER -> integer;
          case REAL -> real;
          case TEXT -> text;
          case BLOB -> blob;
        })
        .toList());
  }

  /** It matters whether one of the arguments can be read as text, which no number is. */
  static ClassRule whetherText(Classes withText, Classes without) {
    return (arguments, classes) ->
        arguments.stream().map(classes).allMatch(one -> one.isWithin(Classes.NUMBER))
            ? without
            : withText;
  }

  /** One of the arguments that are chosen by their index and the number of arguments. */
  static ClassRule oneOf(Chosen chosen) {
    return (arguments, classes) ->
        Classes.union(chosen.of(arguments).map(classes).toList());
  }

  /** The first argument that is not NULL. */
  static ClassRule firstNotNull() {
    return (arguments, classes) -> {
      Classes result = Classes.NONE;
      for (Value argument : arguments) {
        result = result.or(classes.apply(argument));
        if (!argument.isNullable()) {
          break;
        }
      }
      return result;
    };
  }

  /** The greatest of the arguments: none of the others is of a class that comes after its own. */
  static ClassRule greatest() {
    return extreme((candidate, other) -> rank(other) <= rank(candidate));
  }

  static ClassRule least() {
    return extreme((candidate, other) -> rank(candidate) <= rank(other));
  }

  private static ClassRule extreme(BiPredicate<StorageClass, StorageClass> mayWin) {
    return (arguments, classes) ->
        new Classes(Classes.union(arguments.stream().map(classes).toList()).all().stream()
            .filter(candidate -> arguments.stream()
                .map(classes)
                .allMatch(
                    other -> other.all().stream().anyMatch(one -> mayWin.test(candidate, one))))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Returns the place of a class in SQLite's order of values.
   *
   * @see <a href="https://sqlite.org/datatype3.html#sort_order">Sort order</a>
   */
  private static int rank(StorageClass one) {
    return switch (one) {
      case INTEGER, REAL -> 0;
      case TEXT -> 1;
      case BLOB -> 2;
    };
  }
}

package dev.litmus.processor.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that SQL can call, and what is known of them. Immutable. */
public final class FunctionTable {

  private static final FunctionTable BUILTIN = new FunctionTable(List.of(Stream.of(
          CoreFunctions.all(),
          MathFunctions.all(),
          DateFunctions.all(),
          JsonFunctions.all(),
          AggregateFunctions.all(),
          WindowFunctions.all(),
          SearchFunctions.all(),
          RtreeFunctions.all(),
          DriverFunctions.all())
      .flatMap(Function.identity())
      .toList()));

  /** Those of the application come before those of SQLite, and later ones before earlier ones. */
  private final List<List<FunctionFacts>> layers;

  private final List<Map<String, List<FunctionFacts>>> byName;

  private FunctionTable(List<List<FunctionFacts>> layers) {
    this.layers = List.copyOf(layers);
    byName = layers.stream()
        .map(layer -> layer.stream().collect(Collectors.groupingBy(FunctionFacts::name)))
        .toList();
  }

  /** Returns the functions that every connection has: those of SQLite and of its Java driver. */
  public static FunctionTable builtin() {
    return BUILTIN;
  }

  /**
   * Returns the function that a call means.
   *
   * @param name in any case
   */
  public Optional<FunctionFacts> find(String name, int arguments) {
    String key = name.toLowerCase(Locale.ROOT);
    return byName.stream()
        .flatMap(layer -> closest(layer.getOrDefault(key, List.of()), arguments).stream())
        .findFirst();
  }

  /** As in SQLite, one that takes just so many arguments wins over one that takes others as well. */
  private static Optional<FunctionFacts> closest(List<FunctionFacts> named, int arguments) {
    return named.stream()
        .filter(facts -> facts.accepts(arguments))
        .min(Comparator.comparingInt(facts -> facts.arity().width()));
  }

  /** Returns this table with functions of the application, which win over those that are there. */
  public FunctionTable with(Collection<FunctionFacts> more) {
    List<List<FunctionFacts>> all = new ArrayList<>();
    all.add(List.copyOf(more));
    all.addAll(layers);
    return new FunctionTable(all);
  }

  /** Returns all functions, those that win first; one name can stand for several. */
  public Collection<FunctionFacts> all() {
    return layers.stream().flatMap(List::stream).toList();
  }
}

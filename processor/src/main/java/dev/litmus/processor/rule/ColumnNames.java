package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.problem.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of a result as an object sees them: by what is left of their names behind the prefix of the object. {@code chat_id}
 * is {@code chatId}; case does not matter, as it does not in SQLite.
 */
record ColumnNames(List<Named> all) {

  /** A column, and what is left of its name. */
  private record Named(String name, ResultColumn column) {}

  static ColumnNames all(List<ResultColumn> columns) {
    return new ColumnNames(
        columns.stream().map(column -> new Named(column.name(), column)).toList());
  }

  ColumnNames without(Set<Integer> numbers) {
    return new ColumnNames(
        all.stream().filter(named -> !numbers.contains(named.column().index())).toList());
  }

  /** Returns the column that a misspelt name may have meant. */
  Optional<ResultColumn> nearest(String name) {
    return Suggestions.nearest(name, all.stream().map(Named::name).toList())
        .flatMap(near -> all.stream().filter(named -> named.name().equals(near)).findFirst())
        .map(Named::column);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  /** Returns the columns that agree with a component. */
  List<ResultColumn> of(ComponentDeclaration component) {
    return all.stream()
        .filter(named -> component.column().isPresent()
            ? named.name().equalsIgnoreCase(component.column().get())
            : bare(named.name()).equals(bare(component.name())))
        .map(Named::column)
        .toList();
  }

  /** Returns the columns of an object inside, called {@code chat.title}. */
  ColumnNames behindDot(String component) {
    return new ColumnNames(all.stream()
        .filter(named -> {
          int dot = named.name().indexOf('.');
          return dot > 0 && bare(named.name().substring(0, dot)).equals(bare(component));
        })
        .map(named ->
            new Named(named.name().substring(named.name().indexOf('.') + 1), named.column()))
        .toList());
  }

  /** Returns the columns of an object inside whose names begin with its prefix. */
  ColumnNames behindPrefix(String prefix) {
    return new ColumnNames(all.stream()
        .filter(named -> named.name().regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(named -> new Named(named.name().substring(prefix.length()), named.column()))
        .toList());
  }

  private static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}

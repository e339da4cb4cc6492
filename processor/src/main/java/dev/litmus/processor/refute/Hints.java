package dev.litmus.processor.refute;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the text of a statement, and of the views that it reads, says about rows that are worth a try. */
final class Hints {

  private static final Set<String> VERBS =
      Set.of("SELECT", "VALUES", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE");

  /** With these, numbers that are large by themselves leave the range of what anybody claims something about. */
  private static final Set<String> GROWING =
      Set.of("*", "<<", "exp", "pow", "power", "sinh", "cosh");

  private final ParsedQuery query;
  private final Set<String> words;
  private final List<TableShape> tables;
  private final Optional<TableShape> target;
  private final Comparisons comparisons = new Comparisons();
  private final boolean grows;
  private final Shapes shapes;

  Hints(String sql, Shapes shapes) {
    this(QueryParser.parse(sql), shapes, Set.of());
  }

  /** Reads several statements, and has the tables filled as well that refer to those that they speak of. */
  static Hints ofAll(String sql, Shapes shapes) {
    ParsedQuery query = QueryParser.parse(sql);
    return new Hints(query, shapes, shapes.referringTo(ShapeReader.words(query)));
  }

  private Hints(ParsedQuery query, Shapes shapes, Set<String> others) {
    this.shapes = shapes;
    this.query = query;
    words = ShapeReader.words(query);
    target = query
        .tree()
        .filter(Change.class::isInstance)
        .flatMap(tree -> shapes.table(((Change) tree).target().name().name().name()));
    Set<String> spoken = new LinkedHashSet<>(words);
    spoken.addAll(others);
    target.ifPresent(table -> spoken.addAll(shapes.triggered(table.name())));
    tables = shapes.toFill(spoken);
    query.statements().forEach(statement -> statement.tree().ifPresent(comparisons::read));
    boolean growing = words.stream().anyMatch(GROWING::contains);
    for (Shapes.Definition view : shapes.views(spoken)) {
      ParsedQuery body = QueryParser.parse(view.sql());
      growing |= ShapeReader.words(body).stream().anyMatch(GROWING::contains);
      body.tree().ifPresent(this::view);
    }
    grows = growing;
  }

  private void view(Statement tree) {
    comparisons.read(tree);
    if (tree instanceof Definition.CreateView view) {
      comparisons.renamed(view.columns(), view.query());
    }
  }

  /** Tells whether it is a statement that can be tried: others change more than rows, or have no rows of a table. */
  boolean canBeTried() {
    return query
        .tree()
        .map(tree -> tree instanceof Query || tree instanceof Change)
        .orElse(VERBS.contains(query.verb()));
  }

  boolean mayChange() {
    return query.tree().filter(Query.class::isInstance).isEmpty();
  }

  /** Returns the tables to fill, parents first. */
  List<TableShape> tables() {
    return tables;
  }

  /** Returns those of them that the statement itself names. */
  List<TableShape> named() {
    return tables.stream()
        .filter(table -> words.contains(SqlName.key(table.name())))
        .toList();
  }

  /** Tells whether the rows of a virtual table come from the triggers of others. */
  boolean isFed(TableShape table) {
    return table.kind() != TableShape.Kind.TABLE
        && !shapes.feeders(table.name()).isEmpty();
  }

  /** Returns the table that the statement changes. */
  Optional<TableShape> target() {
    return target;
  }

  Comparisons comparisons() {
    return comparisons;
  }

  /** Tells whether large numbers could grow out of range. */
  boolean grows() {
    return grows;
  }

  /** Tells whether something is said about a column's values. */
  boolean speaksOf(String column) {
    String key = SqlName.key(column);
    return comparisons.wanted().containsKey(key)
        || comparisons.compared().contains(key)
        || comparisons.roles().values().stream()
            .flatMap(List::stream)
            .anyMatch(role -> role.column().equals(key));
  }

  /** A column that may be NULL, and of which the statement speaks, so that it may matter which of them is. */
  record Contested(TableShape table, ColumnShape column) {}

  List<Contested> contested() {
    List<Contested> contested = new ArrayList<>();
    for (TableShape table : named()) {
      for (ColumnShape column : table.columns()) {
        boolean speaks = speaksOf(column.name()) || table.kind() == TableShape.Kind.VIRTUAL;
        if (speaks && !column.notNull()) {
          contested.add(new Contested(table, column));
        }
      }
    }
    return contested;
  }

  /** Returns what the parameters are good for, by their positions from 1. */
  Map<Integer, List<ParameterRole>> roles() {
    Map<Integer, List<ParameterRole>> byPosition = new HashMap<>();
    positions()
        .forEach((span, position) -> comparisons
            .roles()
            .getOrDefault(span, List.of())
            .forEach(role -> byPosition
                .computeIfAbsent(position, number -> new ArrayList<>())
                .add(resolved(role))));
    return byPosition;
  }

  /** An INSERT without names of columns stores by position. */
  private ParameterRole resolved(ParameterRole role) {
    if (!role.column().startsWith("#")) {
      return role;
    }
    int index = Integer.parseInt(role.column().substring(1));
    return target
        .filter(table -> index < table.columns().size())
        .map(table -> ParameterRole.meets(
            role.use(), SqlName.key(table.columns().get(index).name())))
        .orElse(ParameterRole.of(ParameterRole.Use.SAMPLES));
  }

  /** A bare question mark is one more than the highest number so far; a name has one number for all of its places. */
  private Map<Span, Integer> positions() {
    Map<Span, Integer> positions = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    int highest = 0;
    for (Parameter parameter : query.parameters()) {
      String text = parameter.text();
      int number;
      if (text.equals("?")) {
        number = highest + 1;
      } else if (text.startsWith("?")) {
        number = Integer.parseInt(text.substring(1));
      } else {
        number = numbers.getOrDefault(text, highest + 1);
        numbers.put(text, number);
      }
      highest = Math.max(highest, number);
      positions.put(parameter.span(), number);
    }
    return positions;
  }
}

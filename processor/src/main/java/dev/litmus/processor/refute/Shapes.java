package dev.litmus.processor.refute;

import dev.litmus.processor.sql.SqlName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be filled of a schema, and which pieces of it speak of which. */
final class Shapes {

  private final Map<String, TableShape> tables = new LinkedHashMap<>();
  private final List<Definition> definitions;

  /**
   * A statement of the schema.
   *
   * @param type {@code table}, {@code view}, {@code trigger}
   * @param table the table that it belongs to
   * @param sql as SQLite keeps it
   * @param words every name in it that is one of a table or view, by its key
   */
  record Definition(String type, String name, String table, String sql, Set<String> words) {}

  Shapes(Collection<TableShape> tables, List<Definition> definitions) {
    tables.forEach(table -> this.tables.put(SqlName.key(table.name()), table));
    this.definitions = List.copyOf(definitions);
  }

  Optional<TableShape> table(String name) {
    return Optional.ofNullable(tables.get(SqlName.key(name)));
  }

  /** Returns the views that can be reached from some names, however deep they lie. */
  List<Definition> views(Set<String> words) {
    List<Definition> views = new ArrayList<>();
    Set<String> reached = new LinkedHashSet<>(words);
    boolean more = true;
    while (more) {
      more = false;
      for (Definition definition : definitions) {
        if (definition.type().equals("view")
            && reached.contains(SqlName.key(definition.name()))
            && !views.contains(definition)) {
          views.add(definition);
          reached.addAll(definition.words());
          more = true;
        }
      }
    }
    return views;
  }

  /** Returns the names of the tables that fill another one by a trigger. */
  List<String> feeders(String table) {
    return definitions.stream()
        .filter(definition -> definition.type().equals("trigger")
            && !definition.table().equalsIgnoreCase(table)
            && definition.words().contains(SqlName.key(table)))
        .map(Definition::table)
        .distinct()
        .toList();
  }

  /** Returns the tables whose foreign keys lead to one of some names. */
  Set<String> referringTo(Set<String> words) {
    Set<String> referring = new LinkedHashSet<>();
    tables.forEach((name, table) -> {
      if (table.foreign().stream().anyMatch(link -> words.contains(SqlName.key(link.table())))) {
        referring.add(name);
      }
    });
    return referring;
  }

  /** Returns what the triggers of a table speak of. */
  Set<String> triggered(String table) {
    Set<String> words = new LinkedHashSet<>();
    definitions.stream()
        .filter(definition ->
            definition.type().equals("trigger") && definition.table().equalsIgnoreCase(table))
        .forEach(definition -> words.addAll(definition.words()));
    return words;
  }

  /**
   * Returns the tables to fill when names are spoken of: those behind views, those that feed them, and the parents of
   * all of them; parents first.
   */
  List<TableShape> toFill(Set<String> words) {
    Set<String> reached = new LinkedHashSet<>();
    words.forEach(word -> reach(word, reached));
    views(words).forEach(view -> view.words().forEach(word -> reach(word, reached)));
    List<TableShape> ordered = new ArrayList<>();
    Set<String> begun = new LinkedHashSet<>();
    // In the order of the schema, so that one statement is filled as another.
    tables.keySet().stream().filter(reached::contains).forEach(name -> order(name, begun, ordered));
    return ordered;
  }

  private void reach(String word, Set<String> reached) {
    TableShape table = tables.get(SqlName.key(word));
    if (table == null || !reached.add(SqlName.key(word))) {
      return;
    }
    table.foreign().forEach(link -> reach(link.table(), reached));
    table.contentTable().ifPresent(content -> reach(content, reached));
    feeders(table.name()).forEach(feeder -> reach(feeder, reached));
  }

  private void order(String name, Set<String> begun, List<TableShape> ordered) {
    TableShape table = tables.get(SqlName.key(name));
    if (table == null || !begun.add(SqlName.key(name))) {
      return;
    }
    table.foreign().forEach(link -> order(link.table(), begun, ordered));
    table.contentTable().ifPresent(content -> order(content, begun, ordered));
    ordered.add(table);
  }
}

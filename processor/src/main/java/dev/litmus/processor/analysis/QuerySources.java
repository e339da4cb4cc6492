package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a query names, with their aliases, found by its words. Good for candidates in messages; nothing that
 * decides on right or wrong may rest on it.
 *
 * @param sources in the order of the text
 */
record QuerySources(List<Source> sources) {

  private static final Set<String> AFTER_A_TABLE = Set.of(
      "as",
      "cross",
      "default",
      "except",
      "from",
      "full",
      "group",
      "indexed",
      "inner",
      "intersect",
      "join",
      "left",
      "limit",
      "natural",
      "not",
      "on",
      "order",
      "outer",
      "returning",
      "right",
      "select",
      "set",
      "union",
      "using",
      "values",
      "where",
      "window");

  /** A table of the query and the name it goes by. */
  record Source(Table table, String alias) {}

  static QuerySources of(ParsedQuery query, Schema schema) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < query.words().size(); i++) {
      Word word = query.words().get(i);
      Optional<Table> table = schema.table(word.name());
      boolean qualifies = i + 1 < query.words().size()
          && query.words().get(i + 1).qualifier().filter(word::equals).isPresent();
      if (table.isPresent() && !qualifies) {
        Source source = new Source(table.get(), alias(query.words(), i));
        if (!sources.contains(source)) {
          sources.add(source);
        }
      }
    }
    return new QuerySources(sources);
  }

  private static String alias(List<Word> words, int table) {
    int next = table + 1;
    if (follows(words, next) && words.get(next).is("as")) {
      next++;
    }
    boolean aliased = follows(words, next)
        && !AFTER_A_TABLE.contains(words.get(next).name().toLowerCase(Locale.ROOT));
    return words.get(aliased ? next : table).name();
  }

  private static boolean follows(List<Word> words, int i) {
    return i < words.size() && words.get(i).position() == words.get(i - 1).position() + 1;
  }

  Optional<Table> called(String alias) {
    return sources.stream()
        .filter(source -> source.alias().equalsIgnoreCase(alias))
        .map(Source::table)
        .findFirst();
  }

  /** Returns the alias that hides a table's own name; empty when the query uses that name as well. */
  Optional<String> aliasOf(String table) {
    return called(table).isPresent()
        ? Optional.empty()
        : sources.stream()
            .filter(source -> source.table().name().equalsIgnoreCase(table))
            .map(Source::alias)
            .findFirst();
  }

  List<Table> tables() {
    return sources.stream().map(Source::table).distinct().toList();
  }
}

package dev.litmus.runtime.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Queries of every kind for tests. */
final class SearchQueries {

  private SearchQueries() {}

  static SearchQuery repeat(SearchQuery start, int times, UnaryOperator<SearchQuery> step) {
    SearchQuery query = start;
    for (int i = 0; i < times; i++) {
      query = step.apply(query);
    }
    return query;
  }

  /** What every factory makes of a text. */
  static List<SearchQuery> simple(String text) {
    return List.of(
        SearchQuery.words(text),
        SearchQuery.anyWord(text),
        SearchQuery.phrase(text),
        SearchQuery.startingWith(text),
        SearchQuery.atStart(text),
        SearchQuery.near(0, text),
        SearchQuery.near(Integer.MAX_VALUE, "foo", text, "bar"),
        SearchQuery.raw("^ " + SearchQuery.phrase(text) + " *"));
  }

  /** What every operator makes of two queries. */
  static List<SearchQuery> combined(SearchQuery left, SearchQuery right) {
    return List.of(
        left.and(right),
        left.or(right),
        left.not(right),
        left.in("title", "body"),
        right.notIn("title"));
  }

  /** Puts a few texts together at random. */
  static SearchQuery random(Random random) {
    SearchQuery query = pick(random, simple(TypedTexts.text(random)));
    for (int steps = random.nextInt(6); steps > 0; steps--) {
      SearchQuery other = pick(random, simple(TypedTexts.text(random)));
      List<SearchQuery> next = new ArrayList<>(combined(query, other));
      next.addAll(combined(other, query));
      query = pick(random, next);
    }
    return query;
  }

  private static SearchQuery pick(Random random, List<SearchQuery> queries) {
    return queries.get(random.nextInt(queries.size()));
  }
}

package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces spans of a query as written, and nothing else: names of parameters become positions. A name that stands twice
 * is one position with a number, {@code ?1} in all places, because SQLite compares expressions by their text: an ORDER BY
 * that repeats a result expression would no longer match it.
 */
public final class Rewriter {

  private Rewriter() {}

  public static RewrittenSql rewrite(ParsedQuery query) {
    return rewrite(query, List.of());
  }

  /** Rewrites with NULL in the place of the given spans, so that what else is wrong can be found. */
  public static RewrittenSql rewrite(ParsedQuery query, Collection<Span> nulls) {
    List<List<String>> bindings = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<List<String>> paths = query.parameters().stream().map(Parameter::path).toList();
    for (Parameter parameter : query.parameters()) {
      List<String> path = parameter.path();
      if (!bindings.contains(path)) {
        bindings.add(path);
      }
      boolean once = Collections.frequency(paths, path) == 1;
      edits.add(new Edit(parameter.span(), once ? "?" : "?" + (bindings.indexOf(path) + 1)));
    }
    for (Span span : nulls) {
      edits.add(new Edit(span, "NULL"));
    }
    return new RewrittenSql(apply(query, edits), bindings);
  }

  /** The statement alone: without what follows its semicolon, which the driver would not look at either. */
  private static String apply(ParsedQuery query, List<Edit> edits) {
    Span statement = query.statement().span();
    StringBuilder text = new StringBuilder();
    int at = statement.start();
    edits.sort(Comparator.comparingInt(edit -> edit.span().start()));
    for (Edit edit : edits) {
      text.append(query.text(), at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return text.append(query.text(), at, statement.end()).toString();
  }

  private record Edit(Span span, String replacement) {}
}

package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a collection can stand: {@code x IN (:ids)}, {@code x NOT IN (:ids)}. */
public final class InCollections {

  private final ParsedQuery query;
  private final List<In> all;

  public InCollections(ParsedQuery query) {
    this.query = query;
    this.all = query.all(In.class).toList();
  }

  /** Returns the IN in whose parentheses a parameter stands alone, with one value on the left of it. */
  public Optional<In> placeOf(Parameter parameter) {
    return all.stream()
        .filter(in -> items(in).equals(List.of(parameter)))
        .filter(in -> !(in.operand() instanceof Expression.RowValue))
        .findFirst();
  }

  /** Tells whether a parameter shares the parentheses of an IN with other items, {@code x IN (1, :ids)}. */
  public boolean isOneOfSeveral(Parameter parameter) {
    return all.stream().anyMatch(in -> items(in).size() > 1 && items(in).contains(parameter));
  }

  private static List<Expression> items(In in) {
    return in.set() instanceof InSet.Values values ? values.items() : List.of();
  }

  /**
   * Tells whether a parameter stands behind IN as a table does, {@code x IN :ids}. SQLite has no meaning for that, so there
   * is no tree.
   */
  public boolean lacksParentheses(Parameter parameter) {
    return before(parameter).equals("in");
  }

  /** Returns the token before a parameter, in lower case: {@code =}; empty when it is the first. */
  public String before(Parameter parameter) {
    String before = "";
    for (Span token : query.tokens()) {
      if (token.end() > parameter.span().start()) {
        break;
      }
      before = query.textOf(token);
    }
    return before.toLowerCase(Locale.ROOT);
  }
}

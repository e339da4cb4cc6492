package dev.litmus.processor.model;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import java.util.List;

/**
 * One method to generate.
 *
 * @param method the method as declared
 * @param sql the SQL to prepare
 * @param bindings what each position holds, first position first
 * @param facts what the SQL does
 * @param result what the method returns
 */
public record QueryModel(
    MethodDeclaration method, String sql, List<Binding> bindings, QueryFacts facts, Result result) {

  public QueryModel {
    bindings = List.copyOf(bindings);
  }

  /** Returns the query with something else made of the same rows. */
  public QueryModel with(String otherSql, Result other) {
    return new QueryModel(method, otherSql, bindings, facts, other);
  }
}

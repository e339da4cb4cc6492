package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.rewrite.ColumnMarkers;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;

/** Where the list of results has a column. */
final class ResultExcerpt {

  private ResultExcerpt() {}

  /** Underlines the name of a column where it is spelt out; a star does not. */
  static Problem underline(Problem problem, ParsedQuery query, ResultColumn column) {
    return query.results().stream()
        .flatMap(term -> name(term).stream())
        .filter(name -> name.is(column.name()))
        .findFirst()
        .map(name -> problem.at(query.excerpt(name.span())))
        .orElse(problem);
  }

  /** Underlines what a column is made of: an expression, or the star that stands for it. */
  static Problem underlineSource(Problem problem, ParsedQuery query, ResultColumn column) {
    return expression(query, column)
        .<Node>map(expression -> expression)
        .or(() -> query.results().stream()
            .filter(ResultExcerpt::isStar)
            .<Node>map(star -> star)
            .findFirst())
        .map(source -> problem.at(query.excerpt(source.span())))
        .orElse(problem);
  }

  /** Returns the expression of a column; empty for one of a star. */
  static Optional<Expression> expression(ParsedQuery query, ResultColumn column) {
    return value(query, column).map(ResultTerm.Value::expression);
  }

  /**
   * Returns what messages call a column, quoted. SQLite calls an expression by its text, as it was prepared; one that is too
   * long for a sentence has a number.
   */
  static String nameOf(ParsedQuery query, ResultColumn column) {
    return value(query, column)
        .filter(value -> value.alias().isEmpty())
        .map(ResultTerm.Value::expression)
        .filter(expression -> !(expression instanceof Expression.ColumnName))
        .map(expression -> query
            .shortTextOf(expression)
            .map(text -> "`" + text + "`")
            .orElse("number " + column.index()))
        .orElse("`" + column.name() + "`");
  }

  /** Returns the name of a column as it would be written behind AS. */
  static String nameWithoutMark(ParsedQuery query, ResultColumn column) {
    return ColumnMarkers.find(query, column.name())
        .map(ColumnMarkers.Marker::quoted)
        .or(() -> value(query, column)
            .flatMap(ResultTerm.Value::alias)
            .map(alias -> query.textOf(alias.name().span())))
        .orElse(column.name());
  }

  /** Behind a star, whose columns are not counted here, only the name tells. */
  private static Optional<ResultTerm.Value> value(ParsedQuery query, ResultColumn column) {
    List<ResultTerm> terms = query.results();
    boolean counted = column.index() <= terms.size()
        && terms.stream().limit(column.index()).noneMatch(ResultExcerpt::isStar);
    return terms.stream()
        .skip(counted ? column.index() - 1 : 0)
        .filter(term -> counted || isCalled(query, term, column.name()))
        .findFirst()
        .filter(ResultTerm.Value.class::isInstance)
        .map(ResultTerm.Value.class::cast);
  }

  private static boolean isCalled(ParsedQuery query, ResultTerm term, String called) {
    Optional<Span> marked = ColumnMarkers.find(query, called).map(ColumnMarkers.Marker::span);
    return name(term)
        .filter(name -> name.is(called) || marked.equals(Optional.of(name.span())))
        .isPresent();
  }

  private static boolean isStar(ResultTerm term) {
    return !(term instanceof ResultTerm.Value);
  }

  private static Optional<Identifier> name(ResultTerm term) {
    if (!(term instanceof ResultTerm.Value value)) {
      return Optional.empty();
    }
    return value
        .alias()
        .map(Alias::name)
        .or(() -> value.expression() instanceof Expression.ColumnName column
            ? Optional.of(column.name())
            : Optional.empty());
  }
}

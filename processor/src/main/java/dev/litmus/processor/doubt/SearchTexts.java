package dev.litmus.processor.doubt;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Like;
import dev.litmus.processor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a full-text table is searched for is a small language. SQLite reads it only when the search runs, on empty tables
 * too: so it is run.
 *
 * @see <a href="https://sqlite.org/fts5.html#full_text_query_syntax">Full-text query syntax</a>
 */
final class SearchTexts {

  private final Doubtful doubtful;
  private final Engine engine;

  private SearchTexts(Doubtful doubtful) {
    this.doubtful = doubtful;
    this.engine = new Engine(doubtful.schema());
  }

  static List<Problem> problems(Doubtful doubtful) {
    return new SearchTexts(doubtful).problems();
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    doubtful
        .query()
        .all(Like.class)
        .filter(like -> like.operator().equals("MATCH"))
        .forEach(like -> searched(like.operand(), like.pattern()).ifPresent(problems::add));
    doubtful
        .query()
        .all(Binary.class)
        .filter(binary -> binary.operator() == BinaryOperator.EQUAL)
        .filter(binary -> isTable(binary.left()))
        .forEach(binary -> searched(binary.left(), binary.right()).ifPresent(problems::add));
    doubtful
        .query()
        .all(Source.Function.class)
        .filter(source -> source.arguments().size() == 1)
        .forEach(source -> called(source).ifPresent(problems::add));
    return problems;
  }

  private Optional<Table> searchable(Expression operand) {
    return operand instanceof ColumnName name
        ? doubtful.relation(name).flatMap(Relation::table).filter(SearchTexts::isVirtual)
        : Optional.empty();
  }

  private static boolean isVirtual(Table table) {
    return table.kind() == Table.Kind.VIRTUAL;
  }

  /** A full-text table has a hidden column of its own name, which means all of its columns. */
  private boolean isTable(Expression operand) {
    return operand instanceof ColumnName name
        && searchable(name).filter(table -> name.name().is(table.name())).isPresent();
  }

  private Optional<Problem> searched(Expression operand, Expression text) {
    return searchable(operand)
        .flatMap(table -> problem(table, ((ColumnName) operand).name().name(), text));
  }

  private Optional<Problem> called(Source.Function source) {
    return doubtful
        .schema()
        .table(source.name().name().name())
        .filter(SearchTexts::isVirtual)
        .flatMap(table -> problem(table, table.name(), source.arguments().get(0)));
  }

  private Optional<Problem> problem(Table table, String column, Expression text) {
    if (!Engine.isConstant(text)) {
      return Optional.empty();
    }
    Engine.Answer answer = engine.run("SELECT 1 FROM " + SqlName.quoted(table.name()) + " WHERE "
        + SqlName.quoted(column) + " MATCH " + doubtful.textOf(text));
    return answer
        .failure()
        .map(failure -> doubtful
            .problem(
                ProblemCode.FAILING_CALL,
                text.span(),
                "`" + doubtful.words(text) + "` is nothing that `" + table.name()
                    + "` can be searched for")
            .note("SQLite accepts the query, and fails when it runs: " + failure));
  }
}

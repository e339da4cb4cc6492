package dev.litmus.processor.doubt;

import dev.litmus.processor.schema.EngineWords;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Node;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** SQLite, asked what becomes of constants. The tables are empty, and nothing is written. */
final class Engine {

  /** Longer ones are left alone: the work of evaluating stays small. */
  private static final int LONGEST = 500;

  /**
   * What became of a query.
   *
   * @param failure why it failed, in SQLite's words; empty when it did not
   * @param isNull whether its one value is NULL
   */
  record Answer(Optional<String> failure, boolean isNull) {

    static final Answer VALUE = new Answer(Optional.empty(), false);
    static final Answer NULL = new Answer(Optional.empty(), true);
  }

  private final Schema schema;

  Engine(Schema schema) {
    this.schema = schema;
  }

  /** Tells whether an expression is made of literals and operators alone. */
  static boolean isConstant(Expression expression) {
    return expression.span().end() - expression.span().start() <= LONGEST
        && expression.all().allMatch(Engine::isPieceOfConstant);
  }

  private static boolean isPieceOfConstant(Node node) {
    return node instanceof Literal literal
        ? literal.kind() != Literal.Kind.TIME
        : node instanceof Expression.Unary
            || node instanceof Expression.Binary
            || node instanceof Expression.Parenthesized;
  }

  /** Evaluates an expression. */
  Answer evaluate(String expression) {
    return run("SELECT " + expression);
  }

  /** Runs a query to its first row. */
  Answer run(String sql) {
    try (PreparedStatement statement = schema.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getObject(1) == null ? Answer.NULL : Answer.VALUE;
    } catch (SQLException e) {
      return new Answer(Optional.of(EngineWords.of(e)), false);
    }
  }
}

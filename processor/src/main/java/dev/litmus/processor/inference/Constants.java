package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Raise;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks SQLite for the value of calls that only constants go into: {@code date('now', '+1 day')}, {@code sqrt(2)}. What no
 * rule could tell, the engine knows.
 */
final class Constants {

  /** Longer ones are left to the rules: the work of evaluating stays small. */
  private static final int LONGEST = 500;

  private final Schema schema;
  private final Map<String, Optional<Value>> known = new HashMap<>();

  Constants(Schema schema) {
    this.schema = schema;
  }

  /** Returns what a call yields; empty when it is not constant, or when SQLite refuses to evaluate it. */
  Optional<Value> value(Subject subject, Call call) {
    String text = subject.textOf(call);
    return text.length() <= LONGEST && isConstant(subject, call)
        ? known.computeIfAbsent(text, this::ask)
        : Optional.empty();
  }

  private static boolean isConstant(Subject subject, Expression expression) {
    return expression
        .all()
        .allMatch(node -> node instanceof Call call
            ? call.over().isEmpty()
                && call.filter().isEmpty()
                && subject.function(call).filter(Constants::isPure).isPresent()
            : !(node instanceof ColumnName
                || node instanceof Parameter
                || node instanceof Query
                || node instanceof Raise));
  }

  private static boolean isPure(FunctionFacts function) {
    return function.kind() == FunctionFacts.Kind.SCALAR && function.isPure();
  }

  private Optional<Value> ask(String expression) {
    try (PreparedStatement statement = schema.prepare("SELECT typeof(" + expression + ")");
        ResultSet row = statement.executeQuery()) {
      String type = row.next() ? row.getString(1).toUpperCase(Locale.ROOT) : "";
      return Optional.of(
          type.equals("NULL")
              ? new Value(
                  Classes.NONE,
                  Classes.NONE,
                  Optional.of(NullReason.of("`" + expression + "` is NULL")))
              : Value.of(Classes.of(StorageClass.valueOf(type))));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}

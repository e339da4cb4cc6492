package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Case;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.UnaryOperator;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What RETURNING makes of REALs that are written. SQLite keeps a whole number as an INTEGER in a column of REAL. Of a row that it
 * has just written, it is a REAL again where the column stands alone and where something is computed of it, but not where it is
 * passed on as it is: {@code iif(1, total, 0.5)}.
 *
 * @see <a href="https://sqlite.org/datatype3.html#storage_classes_and_datatypes">Storage classes</a>
 */
final class ReturnedReals {

  private ReturnedReals() {}

  static boolean arePossible(Table table) {
    return table.columns().stream().anyMatch(column -> column.affinity() == Affinity.REAL);
  }

  /**
   * Returns what the results can hold.
   *
   * @param values what they could if they were read from the table
   */
  static List<Value> of(Subject subject, List<ResultTerm> terms, List<Value> values) {
    List<Value> returned = new ArrayList<>();
    for (ResultTerm term : terms) {
      int next = returned.size();
      if (term instanceof ResultTerm.Value result) {
        Value value = values.get(next);
        returned.add(passesOn(result.expression()) ? orInteger(value) : value);
      } else {
        List<OutputColumn> star = subject.names().expanded().getOrDefault(term.span(), List.of());
        returned.addAll(values.subList(next, next + star.size()));
      }
    }
    return returned;
  }

  private static boolean passesOn(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return passesOn(parenthesized.inner());
    }
    if (expression instanceof Collate collate) {
      return passesOn(collate.operand());
    }
    return expression instanceof Case
        || expression instanceof Call
        || (expression instanceof Unary unary && unary.operator() == UnaryOperator.PLUS);
  }

  private static Value orInteger(Value value) {
    return new Value(orInteger(value.expected()), orInteger(value.possible()), value.nullReason());
  }

  private static Classes orInteger(Classes classes) {
    return classes.has(StorageClass.REAL) ? classes.or(Classes.INTEGER) : classes;
  }
}

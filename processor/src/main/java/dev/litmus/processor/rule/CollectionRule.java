package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.OperandColumn;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.InCollections;
import dev.litmus.processor.rewrite.InPlace;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParameterReference;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Word;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection stands alone in the parentheses of an IN, and its elements can equal what the column holds. */
public final class CollectionRule {

  private final Schema schema;
  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final InCollections places;

  private CollectionRule(Schema schema, MethodDeclaration method, ParsedQuery query) {
    this.schema = schema;
    this.method = method;
    this.query = query;
    this.places = new InCollections(query);
  }

  /** Looks at every place where one of the bindings is a collection. */
  public static List<Problem> check(
      Schema schema,
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings)
      throws SQLException {
    CollectionRule rule = new CollectionRule(schema, method, query);
    List<Problem> problems = new ArrayList<>();
    for (ParameterReference reference : query.parameters()) {
      Binding binding = bindings.get(reference.path());
      if (binding != null && binding.type() instanceof ParameterType.Values values) {
        rule.check(reference, values)
            .filter(problem -> !isRepeated(problem, problems))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Elements of the wrong type are wrong everywhere; the place of a collection is wrong each time. */
  private static boolean isRepeated(Problem problem, List<Problem> before) {
    return problem.code() == ProblemCode.MISMATCHED_ELEMENTS
        && before.stream().anyMatch(other -> other.fact().equals(problem.fact()));
  }

  private Optional<Problem> check(ParameterReference reference, ParameterType.Values values)
      throws SQLException {
    Optional<InPlace> place = places.placeOf(reference);
    if (place.isEmpty()) {
      return Optional.of(misplaced(reference, values));
    }
    Optional<Word> operand = place.get().column();
    Optional<OperandColumn> column =
        operand.isPresent() ? OperandColumn.find(schema, query, operand.get()) : Optional.empty();
    return column.flatMap(known -> mismatch(reference, values, known));
  }

  private Problem misplaced(ParameterReference reference, ParameterType.Values values) {
    String fact = places.lacksParentheses(reference)
        ? "`" + name(reference) + "` has to stand in parentheses"
        : "`" + name(reference) + "` is `" + values.type().text()
            + "`, which can only stand alone in the parentheses of an IN";
    return problem(ProblemCode.MISPLACED_COLLECTION, reference, fact).help(cure(reference));
  }

  private String cure(ParameterReference reference) {
    String in = "IN (" + query.textOf(reference.span()) + ")`";
    if (places.lacksParentheses(reference)) {
      return "write `" + in;
    }
    if (places.isOneOfSeveral(reference)) {
      return "give the other items a condition of their own, and write `" + in;
    }
    return switch (places.before(reference)) {
      case "=", "==" -> "write `" + in + " instead of `=`";
      case "<>", "!=" -> "write `NOT " + in + " instead of `" + places.before(reference) + "`";
      default -> "pass one value here; a collection is for conditions, `column " + in;
    };
  }

  private Optional<Problem> mismatch(
      ParameterReference reference, ParameterType.Values values, OperandColumn column) {
    return note(values.element(), column.affinity())
        .map(note -> problem(
                ProblemCode.MISMATCHED_ELEMENTS,
                reference,
                "`" + name(reference) + "` is `" + values.type().text() + "`, but column `"
                    + column.name() + "` is `" + column.declaredType() + "`")
            .evidence("column `" + column.name() + "` of `" + column.table().name()
                + "` is declared in " + column.table().location())
            .note(note)
            .help("declare `" + values.type().simpleName() + "<" + elementFor(column.affinity())
                + ">`"));
  }

  /** Says why values of a type cannot be meant for a column; empty when they can. */
  private static Optional<String> note(ScalarType element, Affinity affinity) {
    boolean isText = element == ScalarType.STRING || element == ScalarType.INSTANT;
    return switch (affinity) {
      case INTEGER, REAL -> {
        if (isText) {
          yield Optional.of("text that is no number equals nothing in this column");
        }
        yield affinity == Affinity.REAL && element == ScalarType.BOXED_LONG
            ? Optional.of("a long beyond 2^53 would find the double next to it")
            : Optional.empty();
      }
      case TEXT ->
        isText
            ? Optional.empty()
            : Optional.of("each number would become text first: 5 equals '5', but not '05'");
      case NUMERIC, BLOB -> Optional.empty();
    };
  }

  private static String elementFor(Affinity affinity) {
    return switch (affinity) {
      case INTEGER -> "Long";
      case REAL -> "Double";
      case TEXT, NUMERIC, BLOB -> "String";
    };
  }

  private static String name(ParameterReference reference) {
    return String.join(".", reference.path());
  }

  private Problem problem(ProblemCode code, ParameterReference reference, String fact) {
    return Problem.of(code, method.query(), fact).at(query.excerpt(reference.span()));
  }
}

package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.Storage;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.inference.ParameterUse;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter can be equal to what its column is declared to hold. Only what never is, is a problem: SQLite makes numbers of
 * text and text of numbers before it compares.
 *
 * @see <a href="https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison">Comparisons</a>
 */
public final class NeverEqualRule {

  /** What is stored as text that looks like no number. */
  private static final Set<ScalarType> NO_NUMBERS = EnumSet.of(
      ScalarType.UUID,
      ScalarType.INSTANT,
      ScalarType.LOCAL_DATE,
      ScalarType.LOCAL_DATE_TIME,
      ScalarType.LOCAL_TIME);

  private NeverEqualRule() {}

  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts) {
    return facts.parameters().stream()
        .flatMap(parameter -> parameter.uses().stream())
        .filter(use ->
            use.kind() == ParameterUse.Kind.EQUATED || use.kind() == ParameterUse.Kind.COMPARED)
        .flatMap(use -> check(method, query, use, bindings).stream())
        .toList();
  }

  private static Optional<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      ParameterUse use,
      Map<List<String>, Binding> bindings) {
    Binding binding = bindings.get(use.parameter().path());
    // Of collections and converters, rules of their own tell more.
    if (binding == null
        || use.column().isEmpty()
        || !(binding.type() instanceof ParameterType.Value single)) {
      return Optional.empty();
    }
    Column column = use.column().get();
    return note(single.type(), column.affinity())
        .map(note -> Problem.of(
                ProblemCode.NEVER_EQUAL,
                method.origin(),
                "`" + String.join(".", binding.path()) + "` is `"
                    + single.type().text()
                    + "`, which is never equal to what column `" + column.name() + "`, `"
                    + column.declaredType() + "`, is for")
            .at(query.excerpt(use.parameter().span()))
            .note(note));
  }

  private static Optional<String> note(ValueType type, Affinity affinity) {
    if (type instanceof ValueType.Perhaps perhaps) {
      return note(perhaps.value(), affinity);
    }
    if (type instanceof ValueType.Converted) {
      return Optional.empty();
    }
    boolean isNumeric = affinity == Affinity.INTEGER || affinity == Affinity.REAL;
    if (type.storage() == Storage.BLOB && (isNumeric || affinity == Affinity.TEXT)) {
      return Optional.of("bytes are greater than every number and every text");
    }
    boolean isNoNumber = type instanceof ValueType.Constant
        || (type instanceof ScalarType scalar && NO_NUMBERS.contains(scalar));
    return isNumeric && isNoNumber
        ? Optional.of("it is stored as text that is no number, which is greater than every number")
        : Optional.empty();
  }
}

package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.Conversion;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.Storage;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a converter stores is kept by its column as it is, so that the converter gets the same back. */
public final class ConverterRule {

  private ConverterRule() {}

  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts,
      Result result) {
    List<Problem> problems = new ArrayList<>();
    facts.parameters().stream()
        .flatMap(parameter -> parameter.uses().stream())
        .forEach(use -> Optional.ofNullable(bindings.get(use.parameter().path()))
            .flatMap(binding -> conversion(binding.type()))
            .flatMap(
                conversion -> use.column().flatMap(column -> mismatch(method, conversion, column)))
            .map(problem -> problem.at(query.excerpt(use.parameter().span())))
            .ifPresent(problems::add));
    ValueColumns.of(result).forEach((number, type) -> {
      ResultColumn column = facts.columns().get(number - 1);
      conversion(type)
          .flatMap(conversion ->
              column.declared().flatMap(declared -> mismatch(method, conversion, declared)))
          .map(problem -> ResultExcerpt.underline(problem, query, column))
          .ifPresent(problems::add);
    });
    return problems.stream().distinct().toList();
  }

  private static Optional<Conversion> conversion(ParameterType type) {
    return conversion(
        type instanceof ParameterType.Values values
            ? values.element()
            : ((ParameterType.Value) type).type());
  }

  private static Optional<Conversion> conversion(ValueType type) {
    if (type instanceof ValueType.Perhaps perhaps) {
      return conversion(perhaps.value());
    }
    return type instanceof ValueType.Converted converted
        ? Optional.of(converted.conversion())
        : Optional.empty();
  }

  private static Optional<Problem> mismatch(
      MethodDeclaration method, Conversion conversion, Column column) {
    return isKept(conversion.stored().storage(), column.affinity())
        ? Optional.empty()
        : Optional.of(Problem.of(
                ProblemCode.MISMATCHED_COLUMN,
                method.origin(),
                "`" + conversion.type().text() + "` is stored as `"
                    + conversion.stored().text() + "`, but column `" + column.name() + "` is `"
                    + column.declaredType() + "`")
            .note(note(conversion.stored().storage(), column.affinity())));
  }

  /**
   * Whether a column keeps a value as it is.
   *
   * @see <a href="https://sqlite.org/datatype3.html#type_affinity">Type affinity</a>
   */
  private static boolean isKept(Storage stored, Affinity affinity) {
    return switch (affinity) {
      case BLOB, NUMERIC -> true;
      case TEXT -> stored == Storage.TEXT;
      case INTEGER, REAL -> stored == Storage.INTEGER || stored == Storage.REAL;
    };
  }

  private static String note(Storage stored, Affinity affinity) {
    if (stored == Storage.BLOB) {
      return "bytes in such a column are never equal to what it is declared for";
    }
    return affinity == Affinity.TEXT
        ? "the column makes text of numbers, and the converter would be given text"
        : "the column makes numbers of text that looks like one, and the converter would be given a number";
  }
}

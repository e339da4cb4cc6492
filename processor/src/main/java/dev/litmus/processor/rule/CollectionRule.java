package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.Storage;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.InCollections;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection stands alone in the parentheses of an IN, and its elements can equal what the column holds. */
public final class CollectionRule {

  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final InCollections places;
  private final List<ColumnUse> columns;

  private CollectionRule(MethodDeclaration method, ParsedQuery query, List<ColumnUse> columns) {
    this.method = method;
    this.query = query;
    this.places = new InCollections(query);
    this.columns = columns;
  }

  /** Looks at every place where one of the bindings is a collection. */
  public static List<Problem> check(
      Schema schema,
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings) {
    List<ColumnUse> columns =
        query.tree().map(tree -> NameResolver.resolve(tree, schema).columns()).orElse(List.of());
    CollectionRule rule = new CollectionRule(method, query, columns);
    List<Problem> problems = new ArrayList<>();
    for (Parameter reference : query.parameters()) {
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

  private Optional<Problem> check(Parameter reference, ParameterType.Values values) {
    Optional<In> place = places.placeOf(reference);
    // Without a tree, something else is wrong, and reported.
    boolean known = query.tree().isPresent() || places.lacksParentheses(reference);
    return place.isEmpty()
        ? Optional.of(misplaced(reference, values)).filter(problem -> known)
        : column(place.get()).flatMap(use -> mismatch(reference, values, use));
  }

  /** The column left of an IN, when it is one of a table for sure. */
  private Optional<ColumnUse> column(In in) {
    return columns.stream()
        .filter(use -> use.name().equals(in.operand()) && use.declared().isPresent())
        .findFirst();
  }

  private Problem misplaced(Parameter reference, ParameterType.Values values) {
    String fact = places.lacksParentheses(reference)
        ? "`" + name(reference) + "` has to stand in parentheses"
        : "`" + name(reference) + "` is `" + values.type().text()
            + "`, which can only stand alone in the parentheses of an IN";
    return problem(ProblemCode.MISPLACED_COLLECTION, reference, fact).help(cure(reference));
  }

  private String cure(Parameter reference) {
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
      Parameter reference, ParameterType.Values values, ColumnUse use) {
    Column column = use.declared().orElseThrow();
    if (values.element() instanceof ValueType.Converted) {
      // What a converter stores is another rule's matter.
      return Optional.empty();
    }
    return note(values.element(), column.affinity())
        .map(note -> withTable(
                problem(
                    ProblemCode.MISMATCHED_ELEMENTS,
                    reference,
                    "`" + name(reference) + "` is `" + values.type().text() + "`, but column `"
                        + column.name() + "` is `" + column.declaredType() + "`"),
                use)
            .note(note)
            .help("declare `" + values.type().simpleName() + "<" + elementFor(column.affinity())
                + ">`"));
  }

  private static Problem withTable(Problem problem, ColumnUse use) {
    return use.meaning()
        .origins()
        .get(0)
        .table()
        .map(table -> problem.evidence("column `" + use.name().name().name() + "` of `"
            + table.name() + "` is declared in " + table.location()))
        .orElse(problem);
  }

  /** Says why values of a type cannot be meant for a column; empty when they can. */
  private static Optional<String> note(ValueType element, Affinity affinity) {
    boolean isText = element.storage() == Storage.TEXT;
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

  private static String name(Parameter reference) {
    return String.join(".", reference.path());
  }

  private Problem problem(ProblemCode code, Parameter reference, String fact) {
    return Problem.of(code, method.origin(), fact).at(query.excerpt(reference.span()));
  }
}

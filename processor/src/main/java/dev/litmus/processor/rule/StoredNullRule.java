package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.inference.StoredValue;
import dev.litmus.processor.inference.Storing;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.value.Classes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No NULL is stored where none can be. An error when it surely is one, or is declared to be at times; a warning when it may be.
 * Of a parameter of which nothing is declared nothing is said.
 *
 * @see <a href="https://sqlite.org/lang_conflict.html">SQLite: the ON CONFLICT clause</a>
 */
public final class StoredNullRule {

  /** A table may say itself what becomes of NULL. */
  private static final Pattern OWN_CONFLICT =
      Pattern.compile("\\bON\\s+CONFLICT\\b", Pattern.CASE_INSENSITIVE);

  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final Map<List<String>, Binding> bindings;
  private final Storing storing;

  private StoredNullRule(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      Storing storing) {
    this.method = method;
    this.query = query;
    this.bindings = bindings;
    this.storing = storing;
  }

  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts) {
    return facts.storing().stream()
        .map(storing -> new StoredNullRule(method, query, bindings, storing))
        .filter(rule -> !rule.hasOtherPlans())
        .flatMap(rule -> rule.storing.values().stream().map(rule::check))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Whether something else than an error comes of NULL: a row less, or the default of the column. */
  private boolean hasOtherPlans() {
    Optional<ConflictAction> action = query.tree().orElse(null) instanceof Change.Insert insert
        ? insert.onConflict()
        : query.tree().orElse(null) instanceof Change.Update update
            ? update.onConflict()
            : Optional.empty();
    return action
            .filter(taken -> taken == ConflictAction.IGNORE || taken == ConflictAction.REPLACE)
            .isPresent()
        || OWN_CONFLICT.matcher(storing.table().sql()).find();
  }

  private Optional<Problem> check(StoredValue stored) {
    // The number of a row is made when it is NULL.
    if (!stored.column().notNull()
        || stored.column().numbersRows()
        || !stored.value().isNullable()) {
      return Optional.empty();
    }
    if (stored.expression() instanceof Expression.Parameter parameter) {
      return nullness(parameter) == Nullness.NULLABLE
          ? Optional.of(nullableParameter(stored, parameter))
          : Optional.empty();
    }
    if (stored.value().possible().equals(Classes.NONE)) {
      return Optional.of(problem(
              ProblemCode.NULL_INTO_NOT_NULL,
              stored,
              "NULL is stored in `" + stored.column().name() + "`, which is NOT NULL")
          .help(
              stored.column().hasDefault()
                  ? "leave the column out, and it gets its default"
                  : "store a value"));
    }
    // A key that is looked up may be missing: whoever writes that means the error.
    return stored.expression() instanceof Expression.Subquery
        ? Optional.empty()
        : Optional.of(possibleNull(stored));
  }

  private Nullness nullness(Expression.Parameter parameter) {
    return Optional.ofNullable(bindings.get(parameter.path()))
        .map(Binding::nullness)
        .orElse(Nullness.UNSPECIFIED);
  }

  private Problem nullableParameter(StoredValue stored, Expression.Parameter parameter) {
    String name = String.join(".", parameter.path());
    return problem(
            ProblemCode.NULL_INTO_NOT_NULL,
            stored,
            "`" + name + "` may be null, but column `" + stored.column().name() + "` is NOT NULL")
        .help("declare `" + name + "` not null, or store `coalesce("
            + query.textOf(parameter.span()) + ", …)`");
  }

  private Problem possibleNull(StoredValue stored) {
    String words =
        Objects.requireNonNull(stored.value().nullReason().orElse(null)).words();
    return problem(
            ProblemCode.POSSIBLE_NULL,
            stored,
            "what is stored in `" + stored.column().name()
                + "` may be NULL, and the column is NOT NULL")
        .note(words)
        .help("store `coalesce(…, …)`, or leave out such rows");
  }

  private Problem problem(ProblemCode code, StoredValue stored, String fact) {
    return Problem.of(code, method.origin(), fact)
        .at(query.excerpt(stored.expression().span()))
        .evidence(
            "`" + stored.column().name() + "` is declared in " + storing.table().location());
  }
}

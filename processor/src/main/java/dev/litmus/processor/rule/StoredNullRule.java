package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.inference.StoredValue;
import dev.litmus.processor.inference.Storing;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.Classes;
import java.util.List;
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
  private final Storing storing;

  private StoredNullRule(MethodDeclaration method, ParsedQuery query, Storing storing) {
    this.method = method;
    this.query = query;
    this.storing = storing;
  }

  /** Looks at facts by which a parameter of which nothing is declared is never null: {@link SaidFacts}. */
  public static List<Problem> check(MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    return facts.storing().stream()
        .map(storing -> new StoredNullRule(method, query, storing))
        .filter(rule -> !OWN_CONFLICT.matcher(rule.storing.table().sql()).find())
        .flatMap(rule -> rule.storing.values().stream().map(rule::check))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether something else than an error comes of NULL: a row less, or the default of a column that has one. */
  private boolean hasOtherPlans(StoredValue stored) {
    return action(stored)
        .filter(taken -> taken == ConflictAction.IGNORE
            || (taken == ConflictAction.REPLACE && stored.column().hasDefault()))
        .isPresent();
  }

  private Optional<ConflictAction> action(StoredValue stored) {
    return query.tree().orElse(null) instanceof Change.Update update
        ? update.onConflict()
        : insert(stored).flatMap(Change.Insert::onConflict);
  }

  /** Returns the INSERT of a row with a value. What an upsert sets is an UPDATE, and one without OR. */
  private Optional<Change.Insert> insert(StoredValue stored) {
    Span place = stored.expression().span();
    return query
        .tree()
        .filter(Change.Insert.class::isInstance)
        .map(Change.Insert.class::cast)
        .filter(insert ->
            insert.upserts().stream().noneMatch(upsert -> upsert.span().contains(place)));
  }

  private Optional<Problem> check(StoredValue stored) {
    // The number of a row is made when it is NULL.
    if (!stored.column().notNull()
        || stored.column().numbersRows()
        || !stored.value().isNullable()
        || hasOtherPlans(stored)) {
      return Optional.empty();
    }
    if (stored.expression() instanceof Expression.Parameter parameter) {
      return Optional.of(nullableParameter(stored, parameter));
    }
    if (stored.value().possible().equals(Classes.NONE)) {
      return Optional.of(problem(
              ProblemCode.NULL_INTO_NOT_NULL,
              stored,
              "NULL is stored in `" + stored.column().name() + "`, which is NOT NULL")
          .help(
              insert(stored).isPresent() && stored.column().hasDefault()
                  ? "leave the column out, and it gets its default"
                  : "store a value"));
    }
    // A key that is looked up may be missing: whoever writes that means the error.
    return stored.expression() instanceof Expression.Subquery
        ? Optional.empty()
        : Optional.of(possibleNull(stored));
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

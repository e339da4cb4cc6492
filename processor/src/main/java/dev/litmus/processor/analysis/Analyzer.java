package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.Word;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Has SQLite judge a query on the migrated schema. What it accepts is described; what it refuses is explained, with the
 * place, which the engine's message lacks: it is found by asking again with parts of the query left out.
 */
public final class Analyzer {

  /** Where the search for further unknown columns stops; nobody reads more. */
  private static final int MOST_COLUMNS = 20;

  private static final Set<String> TABLE_FOLLOWS = Set.of("FROM", "JOIN", "INTO", "UPDATE");

  private final Schema schema;
  private final ParsedQuery query;
  private final Diagnosis diagnosis;

  private Analyzer(Schema schema, ParsedQuery query, Origin origin) {
    this.schema = schema;
    this.query = query;
    this.diagnosis = new Diagnosis(schema, query, origin);
  }

  /** Describes a query of one statement with named parameters only. */
  public static Checked<QueryFacts> analyze(Schema schema, ParsedQuery query, Origin origin)
      throws SQLException {
    List<Problem> problems = new Analyzer(schema, query, origin).problems();
    return problems.isEmpty()
        ? Checked.of(Explain.describe(schema, Rewriter.rewrite(query).text()))
        : Checked.failed(problems);
  }

  /** Unknown columns are independent of each other: each is replaced by NULL to find the next. */
  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<Span> nulls = new ArrayList<>();
    while (problems.size() < MOST_COLUMNS) {
      Optional<Refusal> refusal = refusal(nulls);
      if (refusal.isEmpty()) {
        return problems;
      }
      Optional<Word> column = refusal.get().kind() == Refusal.Kind.COLUMN
          ? culprit(refusal.get(), nulls)
          : Optional.empty();
      if (column.isEmpty()) {
        // Behind a NULL of ours, other refusals may be of our own making.
        return problems.isEmpty() ? List.of(explain(refusal.get())) : problems;
      }
      problems.add(diagnosis.unknownColumn(refusal.get(), column.get()));
      // One misspelt name is one problem, however often it stands.
      occurrences(refusal.get(), nulls).stream().map(Analyzer::wholeName).forEach(nulls::add);
    }
    return problems;
  }

  private Problem explain(Refusal refusal) {
    return switch (refusal.kind()) {
      case TABLE ->
        firstWord(refusal)
            .map(word -> diagnosis.unknownTable(refusal, word))
            .orElseGet(() -> diagnosis.rejected(refusal));
      case INSERTED_COLUMN ->
        firstWord(refusal)
            .map(word -> diagnosis.unknownColumn(refusal, word))
            .orElseGet(() -> diagnosis.rejected(refusal));
      case SYNTAX -> diagnosis.syntaxError(refusal, query.invalid().or(this::offendingToken));
      case COLUMN, OTHER -> diagnosis.rejected(refusal);
    };
  }

  /** The first occurrence of the name, if possible one where a table is expected. */
  private Optional<Word> firstWord(Refusal refusal) {
    List<Word> occurrences =
        query.words().stream().filter(word -> word.is(refusal.simpleName())).toList();
    return occurrences.stream()
        .filter(this::isTablePosition)
        .findFirst()
        .or(() -> occurrences.stream().findFirst());
  }

  private boolean isTablePosition(Word word) {
    return query.words().stream()
        .filter(before -> before.position() == word.position() - 1)
        .anyMatch(before -> TABLE_FOLLOWS.contains(before.name().toUpperCase(Locale.ROOT)));
  }

  /**
   * The occurrence that SQLite means: the one that is still refused when all others are NULL. The same word may be right
   * elsewhere, inside a subquery for example.
   */
  private Optional<Word> culprit(Refusal refusal, List<Span> nulls) {
    List<Word> occurrences = occurrences(refusal, nulls);
    return occurrences.stream()
        .filter(word -> refusal(with(nulls, occurrences, word))
            .filter(other -> other.is(Refusal.Kind.COLUMN, refusal.name()))
            .isPresent())
        .findFirst()
        .or(() -> occurrences.stream().findFirst());
  }

  private List<Word> occurrences(Refusal refusal, List<Span> nulls) {
    return query.words().stream()
        .filter(word -> word.is(refusal.simpleName()) && !word.called() && !query.qualifies(word))
        .filter(word -> matches(word.qualifier(), refusal.qualifier()))
        .filter(word -> !nulls.contains(wholeName(word)))
        .toList();
  }

  private static boolean matches(Optional<Word> qualifier, Optional<String> name) {
    return qualifier.isPresent() == name.isPresent()
        && qualifier.stream().allMatch(word -> word.is(name.orElseThrow()));
  }

  private static List<Span> with(List<Span> nulls, List<Word> occurrences, Word kept) {
    List<Span> all = new ArrayList<>(nulls);
    occurrences.stream()
        .filter(word -> !word.equals(kept))
        .map(Analyzer::wholeName)
        .forEach(all::add);
    return all;
  }

  private static Span wholeName(Word word) {
    return word.qualifier()
        .map(qualifier -> Span.covering(wholeName(qualifier), word.span()))
        .orElse(word.span());
  }

  /** The first token up to which the query is not just incomplete but wrong. Once wrong, a prefix stays wrong. */
  private Optional<Span> offendingToken() {
    List<Span> ends =
        query.tokens().stream().filter(token -> !cutsParameter(token)).toList();
    int right = -1;
    int wrong = ends.size();
    while (wrong - right > 1) {
      int middle = (right + wrong) >>> 1;
      if (isWrongUpTo(ends.get(middle))) {
        wrong = middle;
      } else {
        right = middle;
      }
    }
    return wrong < ends.size() ? Optional.of(ends.get(wrong)) : Optional.empty();
  }

  private boolean isWrongUpTo(Span token) {
    ParsedQuery prefix = QueryParser.parse(query.text().substring(0, token.end()));
    return !prefix.statements().isEmpty()
        && schema
            .refusal(Rewriter.rewrite(prefix).text())
            .map(Refusal::of)
            .filter(r -> r.kind() == Refusal.Kind.SYNTAX && !r.name().isEmpty())
            .isPresent();
  }

  /** A prefix that ends inside {@code :order.total} would be wrong by our own doing. */
  private boolean cutsParameter(Span token) {
    return query.parameters().stream()
        .map(Parameter::span)
        .anyMatch(parameter -> parameter.contains(token) && parameter.end() != token.end());
  }

  private Optional<Refusal> refusal(List<Span> nulls) {
    return schema.refusal(Rewriter.rewrite(query, nulls).text()).map(Refusal::of);
  }
}

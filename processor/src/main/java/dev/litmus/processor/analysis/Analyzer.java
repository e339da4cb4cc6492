package dev.litmus.processor.analysis;

import dev.litmus.processor.doubt.Doubts;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.inference.Inference;
import dev.litmus.processor.inference.Inferrer;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Has SQLite judge a query on the migrated schema. What it accepts is described; what it refuses is explained, with the
 * place, which the engine's message lacks: the query's own structure has it.
 */
public final class Analyzer {

  /** Where the search for further unknown columns stops; nobody reads more. */
  private static final int MOST_COLUMNS = 20;

  private final Question question;
  private final ColumnDiagnosis columns;

  private Analyzer(Question question) {
    this.question = question;
    this.columns = new ColumnDiagnosis(question);
  }

  /**
   * Describes a query of one statement.
   *
   * @param rewriter what makes of it the SQL that will run
   * @param assumptions what is known of its parameters
   */
  public static Checked<QueryFacts> analyze(
      Schema schema,
      Neighbours neighbours,
      ParsedQuery query,
      Rewriter rewriter,
      Assumptions assumptions,
      Origin origin)
      throws SQLException {
    Question question = Question.of(schema, neighbours, query, rewriter, origin);
    List<Problem> problems = new ArrayList<>(refusals(question));
    if (!problems.isEmpty()) {
      return Checked.failed(problems);
    }
    problems.addAll(unknownStructure(question));
    Inference inferred = Inferrer.infer(schema, query, question.names(), assumptions);
    problems.addAll(Doubts.of(schema, query, question.names(), inferred, origin));
    return Checked.of(
        Explain.describe(
            schema, rewriter.rewrite(query).text(), question.names().output(), inferred),
        problems);
  }

  /** Returns why SQLite refuses a query; nothing when it accepts it. */
  static List<Problem> refusals(Question question) throws SQLException {
    return new Analyzer(question).problems();
  }

  /** SQLite accepts what we cannot parse: then it is right, and only what rests on its structure is missing. */
  private static List<Problem> unknownStructure(Question question) {
    return question
        .query()
        .statement()
        .error()
        .filter(error -> !isKnownRewritten(question))
        .map(error -> List.of(question
            .problem(
                ProblemCode.UNKNOWN_STRUCTURE,
                error.at(),
                "SQLite accepts this query, but litmus does not know its structure")
            .note("types and names in double quotes are not checked")))
        .orElse(List.of());
  }

  private static boolean isKnownRewritten(Question question) {
    String rewritten = question.rewriter().rewrite(question.query()).text();
    return QueryParser.parse(rewritten).tree().isPresent();
  }

  /** What SQLite accepts as a view may still be none that can be read: the body is asked about as well. */
  private List<Problem> problems() throws SQLException {
    List<Problem> problems = problems(List.of());
    List<Edit> reading = ViewBody.reading(question.query());
    return problems.isEmpty() && !reading.isEmpty() ? problems(reading) : problems;
  }

  /** Unknown columns are independent of each other: each is replaced by NULL to find the next. */
  private List<Problem> problems(List<Edit> given) throws SQLException {
    List<Problem> problems = new ArrayList<>();
    List<ColumnUse> consequences = new ArrayList<>();
    List<Edit> nulls = new ArrayList<>(given);
    while (problems.size() + consequences.size() < MOST_COLUMNS) {
      Optional<Refusal> refusal = question.refusal(nulls);
      if (refusal.isEmpty()) {
        problems.addAll(new QuotedStrings(question).problems(nulls));
        break;
      }
      List<ColumnUse> misspelt = columns.uses(refusal.get(), nulls);
      if (misspelt.isEmpty()) {
        // Behind a NULL of ours, other refusals may be of our own making.
        if (problems.isEmpty()) {
          problems.addAll(explain(refusal.get()));
        }
        break;
      }
      if (columns.isConsequence(misspelt.get(0))) {
        consequences.add(misspelt.get(0));
      } else {
        problems.add(columns.unknown(misspelt.get(0)));
      }
      // One misspelt name is one problem, however often it stands.
      misspelt.forEach(use -> nulls.add(Edit.ofNull(use.name().span())));
    }
    if (problems.isEmpty() && !consequences.isEmpty()) {
      // What SQLite refuses is never accepted for want of a cause.
      problems.add(columns.unknown(consequences.get(0)));
    }
    problems.sort(Comparator.comparingInt(Analyzer::start));
    return problems;
  }

  private static int start(Problem problem) {
    return problem.excerpt().map(excerpt -> excerpt.start()).orElse(0);
  }

  private List<Problem> explain(Refusal refusal) throws SQLException {
    List<Problem> problems = switch (refusal.kind()) {
      case TABLE -> new TableDiagnosis(question).unknown(refusal);
      case COLUMN, INSERTED_COLUMN -> columns.unknownTargets(refusal);
      case AMBIGUOUS -> columns.ambiguous(refusal);
      case FUNCTION, ARGUMENTS -> new FunctionDiagnosis(question).explain(refusal);
      case AGGREGATE, GROUPED_AGGREGATE -> new AggregateDiagnosis(question).misplaced(refusal);
      case VALUES -> new ValuesDiagnosis(question).wrongNumber(refusal);
      case SYNTAX -> List.of(new SyntaxDiagnosis(question).error(refusal));
      case OTHER -> List.of();
    };
    return problems.isEmpty() ? List.of(new OtherDiagnosis(question).rejected(refusal)) : problems;
  }
}

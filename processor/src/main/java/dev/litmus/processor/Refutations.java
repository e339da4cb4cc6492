package dev.litmus.processor;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.analysis.Trials;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.refute.Refutation;
import dev.litmus.processor.refute.Refuter;
import dev.litmus.processor.refute.Trial;
import dev.litmus.processor.refute.Witness;
import dev.litmus.processor.rewrite.RewrittenSql;
import dev.litmus.processor.rule.Counterexamples;
import dev.litmus.processor.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the refuter about the queries of one repository: for rows that show a problem, and, where that is wanted, whether anything
 * that is said of a query is wrong. The refuter is made when it is first needed; most compilations do without.
 */
final class Refutations implements AutoCloseable {

  private final Schema schema;
  private Optional<Refuter> refuter = Optional.empty();
  private boolean asked;

  Refutations(Schema schema) {
    this.schema = schema;
  }

  /** Returns who shows rows for the problems of a query. */
  Counterexamples examples(
      RewrittenSql sql, Set<List<String>> collections, Assumptions assumptions, QueryFacts facts) {
    Trial trial = Trials.of(sql, collections, assumptions, facts);
    return new Counterexamples() {
      @Override
      public List<String> ofNull(ResultColumn column) {
        return lines(
            "here is a database in which it is NULL:",
            sql,
            refuter().flatMap(asked -> asked.nullWitness(trial, column.index() - 1)));
      }

      @Override
      public List<String> ofSecondRow() {
        return lines(
            "here is a database in which there are two:",
            sql,
            refuter().flatMap(asked -> asked.manyRowsWitness(trial)));
      }
    };
  }

  /** Returns what is said of a query although it is wrong: mistakes of ours. */
  List<Problem> check(
      Origin origin,
      RewrittenSql sql,
      Set<List<String>> collections,
      Assumptions assumptions,
      QueryFacts facts) {
    List<Problem> problems = new ArrayList<>();
    Trial trial = Trials.of(sql, collections, assumptions, facts);
    refuter().map(asked -> asked.refute(trial)).orElse(List.of()).forEach(refutation -> {
      Problem problem = Problem.of(ProblemCode.BUG, origin, fact(refutation, facts));
      for (String line :
          lines("here is a database that shows it:", sql, Optional.of(refutation.witness()))) {
        problem = problem.evidence(line);
      }
      problems.add(problem
          .note("this is a bug of litmus, not of your query")
          .help("report it with the query and the migrations"));
    });
    return problems;
  }

  private static String fact(Refutation refutation, QueryFacts facts) {
    if (refutation instanceof Refutation.NullSeen seen) {
      return "litmus takes the column `" + facts.columns().get(seen.column()).name()
          + "` for never NULL, but it can be";
    }
    if (refutation instanceof Refutation.ClassSeen seen) {
      return "litmus takes the column `" + facts.columns().get(seen.column()).name() + "` for "
          + facts.columns().get(seen.column()).value().type() + ", but it can be " + seen.seen();
    }
    return "litmus takes this query for one of " + facts.cardinality().rows().text()
        + " rows, but there can be "
        + (refutation instanceof Refutation.TooFewRows ? "none" : "more");
  }

  private static List<String> lines(String title, RewrittenSql sql, Optional<Witness> witness) {
    List<String> lines = new ArrayList<>();
    witness.ifPresent(found -> {
      lines.add(title);
      found.lines(Trials.parameterNames(sql)).forEach(line -> lines.add("  " + line));
    });
    return lines;
  }

  private Optional<Refuter> refuter() {
    if (!asked) {
      asked = true;
      try {
        refuter = Refuter.of(schema);
      } catch (SQLException e) {
        // Then there are no examples, which are an addition to messages.
        refuter = Optional.empty();
      }
    }
    return refuter;
  }

  @Override
  public void close() throws SQLException {
    if (refuter.isPresent()) {
      refuter.get().close();
    }
  }
}

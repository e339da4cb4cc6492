package dev.litmus.processor.doubt;

import dev.litmus.processor.inference.ApplicationFacts;
import dev.litmus.processor.inference.Inference;
import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All doubts about a query, in the order of its text, and one about each place. */
public final class Doubts {

  private Doubts() {}

  /**
   * Looks at a query that SQLite accepts.
   *
   * @param names what its names mean
   * @param inferred what else its structure says
   */
  public static List<Problem> of(
      Schema schema, ParsedQuery query, Names names, Inference inferred, Origin origin) {
    Doubtful doubtful =
        new Doubtful(schema, ApplicationFacts.table(schema), query, names, inferred, origin);
    Set<Excerpt> told = new HashSet<>();
    return Stream.of(
            NullEqualities.problems(doubtful),
            NotInNulls.problems(doubtful),
            RepeatedColumns.problems(doubtful),
            JsonPaths.problems(doubtful),
            ConstantCalls.problems(doubtful),
            SearchTexts.problems(doubtful),
            TextSums.problems(doubtful),
            BareColumns.problems(doubtful))
        .flatMap(List::stream)
        .filter(
            problem -> problem.excerpt().filter(excerpt -> !told.add(excerpt)).isEmpty())
        .sorted(Comparator.comparingInt(Doubts::start))
        .toList();
  }

  private static int start(Problem problem) {
    return problem.excerpt().map(excerpt -> excerpt.start()).orElse(0);
  }
}

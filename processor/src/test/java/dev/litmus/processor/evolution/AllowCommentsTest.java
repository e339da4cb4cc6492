package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowCommentsTest {

  private static final String PEOPLE = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);";
  private static final String UNIQUE = "\nCREATE UNIQUE INDEX people_by_name ON people (name);\n";

  @TempDir
  Path root;

  private List<ProblemCode> codes(String comment, String sql) throws Exception {
    return Chain.prove(root, PEOPLE, "-- Up\n" + comment + sql).stream()
        .map(Problem::code)
        .toList();
  }

  @Test
  void aReasonSilencesIt() throws Exception {
    assertThat(codes("-- litmus: allow migration/fails-on-rows: the import has none twice", UNIQUE))
        .isEmpty();
  }

  @Test
  void withoutAReasonItIsAnError() throws Exception {
    assertThat(codes("-- litmus: allow migration/fails-on-rows", UNIQUE))
        .containsExactly(ProblemCode.MISSING_REASON);
  }

  @Test
  void whatSilencesNothingIsAWarning() throws Exception {
    assertThat(codes(
            "-- litmus: allow migration/fails-on-rows: of old",
            "\nCREATE INDEX i ON people (name);\n"))
        .containsExactly(ProblemCode.UNUSED_ALLOW);
  }

  @Test
  void errorsStay() throws Exception {
    assertThat(codes(
            "-- litmus: allow migration/down-fails: later",
            "\nSELECT 1;\n-- Down\nDROP TABLE x;\n"))
        .containsExactly(ProblemCode.DOWN_FAILS, ProblemCode.NOT_ALLOWABLE);
  }

  @Test
  void whatIsNoProblemIsOneWithASuggestion() throws Exception {
    List<Problem> problems = Chain.prove(
        root,
        PEOPLE,
        "-- litmus: allow migration/fails-on-row: so it is\nCREATE INDEX i ON people (name);");

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UNKNOWN_CODE);
    assertThat(problems.get(0).help()).contains("did you mean `migration/fails-on-rows`?");
  }
}

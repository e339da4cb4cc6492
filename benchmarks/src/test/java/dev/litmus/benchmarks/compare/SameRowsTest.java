package dev.litmus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every contender does the same: on a small database, the rows of each are those of the reference. */
@TestInstance(Lifecycle.PER_CLASS)
class SameRowsTest {

  @TempDir
  static Path folder;

  private DataFiles files;
  private Map<String, String> expected;

  @BeforeAll
  void reference() throws Exception {
    files = DataFiles.make(folder.resolve("data"), Size.TINY);
    expected = hashes(JavaContender.JDBC_CACHED, "reference");
  }

  private Map<String, String> hashes(JavaContender contender, String copy) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    try (Slices slices = new Slices(contender, files.copyTo(folder.resolve(copy)))) {
      for (Workload workload : Workload.ofOneThread()) {
        hashes.put(workload.label(), slices.run(workload, 0).hash());
      }
    }
    return hashes;
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SHARED_FAIR", "SHARED_UNFAIR"})
  void rows_areThoseOfTheReference(JavaContender contender) throws Exception {
    assertThat(hashes(contender, contender.label())).isEqualTo(expected);
  }

  /** Were nothing found, all would be the same. */
  @Test
  void hashes_areOfRows() {
    String ofNothing = new RowHash().value();

    assertThat(expected.values()).doesNotContain(ofNothing);
    assertThat(
            List.of(expected.get("W1"), expected.get("W2"), expected.get("W3"), expected.get("W8")))
        .doesNotHaveDuplicates();
    assertThat(expected.get("W4a")).isNotEqualTo(expected.get("W4a-FAV"));
  }

  /** What a slice inserts is gone after it, so that the next can insert it again. */
  @ParameterizedTest
  @EnumSource(names = {"LITMUS", "JDBC_CACHED", "SHARED_FAIR", "SHARED_UNFAIR"})
  void readingBesideWriting_countsBothAndLeavesNothing(JavaContender contender) throws Exception {
    DataFiles copy = files.copyTo(folder.resolve("beside-" + contender.label()));
    List<Answer> answers = new ArrayList<>();
    try (Slices slices = new Slices(contender, copy)) {
      answers.add(slices.run(Workload.W7, 50));
      answers.add(slices.run(Workload.W7, 50));
    }

    assertThat(answers).allSatisfy(answer -> {
      assertThat(answer.operations()).isPositive();
      assertThat(answer.counts()).hasSize(5);
      assertThat(answer.counts().get(0)).isPositive();
      assertThat(answer.counts().get(4)).isZero();
    });
  }
}

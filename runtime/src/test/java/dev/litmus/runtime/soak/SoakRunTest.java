package dev.litmus.runtime.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the soak: every part runs, does something, and finds nothing. */
class SoakRunTest {

  private static final int ROUNDS = 2;

  @TempDir
  Path folder;

  @Test
  void everyPromiseIsKept() throws Exception {
    SoakReport report = SoakRun.run(SoakRun.parts(), ROUNDS, 7, folder);

    System.out.println(report.table());
    System.out.println(report.json());
    assertThat(report.rows()).hasSize(8).allSatisfy(row -> {
      assertThat(row.tally().findings()).as(row.part()).isEmpty();
      assertThat(row.tally().acknowledged()).as(row.part()).isGreaterThanOrEqualTo(ROUNDS);
    });
    assertThat(report.holds()).isTrue();
  }

  @Test
  void whatIsLostBrokenOrDifferentBreaksAPromiseAndWhatIsRefusedDoesNot() {
    assertThat(report(0, 0, 9, 0).holds()).isTrue();
    assertThat(report(1, 0, 0, 0).holds()).isFalse();
    assertThat(report(0, 1, 0, 0).holds()).isFalse();
    assertThat(report(0, 0, 0, 1).holds()).isFalse();
  }

  private static SoakReport report(long lost, long broken, long refused, long mismatches) {
    Tally tally = new Tally(5, lost, broken, refused, mismatches, List.of("lost: x"), List.of("y"));
    return new SoakReport(
        7,
        List.of(
            new SoakReport.Row("one", 2, tally, 1.26), new SoakReport.Row("two", 2, tally, 0.5)));
  }

  @Test
  void theTableAndTheLineOfJsonHaveEachPartAndTheSum() {
    SoakReport report = report(1, 2, 3, 4);

    assertThat(report.json())
        .isEqualTo(
            "{\"seed\":7,\"rounds\":4,\"acknowledged\":10,\"lost\":2,\"broken\":4,\"refused\":6,"
                + "\"mismatches\":8,\"seconds\":1.8,\"parts\":["
                + "{\"part\":\"one\",\"rounds\":2,\"acknowledged\":5,\"lost\":1,\"broken\":2,\"refused\":3,"
                + "\"mismatches\":4,\"seconds\":1.3},"
                + "{\"part\":\"two\",\"rounds\":2,\"acknowledged\":5,\"lost\":1,\"broken\":2,\"refused\":3,"
                + "\"mismatches\":4,\"seconds\":0.5}]}");
    assertThat(report.table().lines().map(String::strip).map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "part rounds acknowledged lost broken refused mismatches seconds",
            "one 2 5 1 2 3 4 1.3",
            "two 2 5 1 2 3 4 0.5",
            "all 4 10 2 4 6 8 1.8",
            "",
            "seed 7",
            "one: y",
            "one: lost: x",
            "two: y",
            "two: lost: x");
  }

  @Test
  void aPartThatCannotGoOnIsBrokenAndTheOthersRun() throws Exception {
    List<Part> parts = Stream.of("one", "two").map(SoakRunTest::failing).toList();

    SoakReport report = SoakRun.run(parts, 1, 7, folder);

    assertThat(report.total().tally().broken()).isEqualTo(2);
    assertThat(report.table()).contains("one: broken: could not go on", "not today");
  }

  private static Part failing(String name) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Tally run(int rounds, long seed, Path folder) {
        throw new IllegalStateException("not today");
      }
    };
  }
}

package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines that come and go. */
class LineDiffTest {

  @Test
  void whatIsFarFromAChangeIsLeftOut() {
    assertThat(LineDiff.unified(
            List.of("a", "b", "c", "d", "e", "f", "g"), List.of("a", "B", "c", "d", "e", "f"), 1))
        .containsExactly(" a", "-b", "+B", " c", "…", " f", "-g");
    assertThat(LineDiff.unified(List.of("a"), List.of("a"), 1)).isEmpty();
  }

  @Test
  void theSignsLeadFromOneTextToTheOther() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      List<String> before = lines(random);
      List<String> after = lines(random);
      List<LineDiff.Line> lines = LineDiff.between(before, after);
      assertThat(without('+', lines)).isEqualTo(before);
      assertThat(without('-', lines)).isEqualTo(after);
    }
  }

  @Test
  void asManyLinesAsPossibleStay() {
    assertThat(
            LineDiff.between(List.of("a", "b", "c", "d"), List.of("x", "a", "c", "d", "b")).stream()
                .map(LineDiff.Line::shown))
        .containsExactly("+x", " a", "-b", " c", " d", "+b");
  }

  @Test
  void whatIsTooMuchToCompareHasChangedAsAWhole() {
    List<String> before =
        Stream.iterate(0, n -> n + 1).limit(2500).map(n -> "b" + n).toList();
    List<String> after =
        Stream.iterate(0, n -> n + 1).limit(2500).map(n -> "a" + n).toList();
    assertThat(LineDiff.between(before, after)).hasSize(5000);
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      lines.add("abc".substring(random.nextInt(3)).substring(0, 1));
    }
    return lines;
  }

  private static List<String> without(char sign, List<LineDiff.Line> lines) {
    return lines.stream()
        .filter(line -> line.sign() != sign)
        .map(LineDiff.Line::text)
        .collect(Collectors.toList());
  }
}

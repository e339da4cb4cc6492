package dev.litmus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a run says when contenders return other rows. */
class SameRowsOfAnswersTest {

  private final SameRows rows = new SameRows();

  @Test
  void otherRows_failWithTheWorkloadAndTheContenders() {
    rows.add(Workload.W2, "litmus", answer("a1"));
    rows.add(Workload.W2, "jdbc-cached", answer("a1"));

    assertThatThrownBy(() -> rows.add(Workload.W2, "bun", answer("b2")))
        .isInstanceOf(ComparisonException.class)
        .hasMessage("W2: other rows from [[litmus, jdbc-cached], [bun]]");
  }

  @Test
  void otherRowsInALaterRound_fail() {
    rows.add(Workload.W4A, "litmus", answer("a1"));

    assertThatThrownBy(() -> rows.add(Workload.W4A, "litmus", answer("b2")))
        .isInstanceOf(ComparisonException.class)
        .hasMessage("W4a: litmus returns other rows than in an earlier round");
  }

  private static Answer answer(String hash) {
    return new Answer(1, 1, hash);
  }
}

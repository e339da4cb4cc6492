package dev.litmus.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private final SQLException failure = new SQLException("any");

  @Test
  void aStopExplainsTheFailureThatComesOfItAndNoOther() {
    Limits limits = stopped();
    assertThat((Throwable) limits.explain(failure))
        .isInstanceOfSatisfying(
            StoppedException.class,
            e -> assertThat(e.reason()).isEqualTo(StoppedException.Reason.TIMED_OUT))
        .hasCause(failure);
    assertThat((Throwable) limits.explain(failure)).isSameAs(failure);
  }

  @Test
  void aStopThatNobodyAskedAboutIsForgottenWithTheNextUseOrStatement() {
    assertForgotten(limits -> limits.begin(null));
    assertForgotten(Limits::forget);
  }

  private void assertForgotten(Consumer<Limits> next) {
    Limits limits = stopped();
    next.accept(limits);
    assertThat((Throwable) limits.explain(failure)).isSameAs(failure);
  }

  private static Limits stopped() {
    Limits limits = new Limits(() -> false);
    limits.begin(Deadline.in(Duration.ZERO));
    assertThat(limits.stops()).isTrue();
    return limits;
  }
}

package dev.litmus.runtime.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NanosTest {

  @Test
  void lengthsThatSomebodyLivesToSeeAreExact() {
    assertThat(Nanos.of(Duration.ZERO)).isZero();
    assertThat(Nanos.of(Duration.ofMillis(5))).isEqualTo(5_000_000);
    assertThat(Nanos.of(Duration.ofDays(365 * 70)))
        .isEqualTo(365L * 70 * 24 * 3600 * 1_000_000_000);
  }

  @Test
  void theOthersCanBeAddedToTheClockAndToEachOther() {
    long ever = Nanos.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    assertThat(ever).isEqualTo(Nanos.of(Duration.ofNanos(Long.MAX_VALUE)));
    assertThat(ever + ever).isPositive();
    long now = System.nanoTime();
    assertThat(now + ever - now).isEqualTo(ever);
  }
}

package dev.litmus.runtime.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {

  @ParameterizedTest
  @CsvSource({
    "3.51.3, true",
    "3.51.10, true",
    "3.54.1, true",
    "3.100.0, true",
    "4.0.0, true",
    "3.51.2, false",
    "3.51, false",
    "3.9.9, false",
    "3.50.4, false",
  })
  void versionsCompareAsNumbers(String version, boolean supported) {
    assertThat(EngineVersion.isSupported(version)).isEqualTo(supported);
  }
}

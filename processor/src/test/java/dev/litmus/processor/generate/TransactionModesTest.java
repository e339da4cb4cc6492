package dev.litmus.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.annotations.TransactionMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransactionModesTest {

  @Test
  void whatIsAnnotatedIsWhatTheRuntimeKnows() {
    assertThat(Arrays.stream(dev.litmus.runtime.TransactionMode.values()).map(Enum::name))
        .containsExactlyElementsOf(
            Arrays.stream(TransactionMode.values()).map(Enum::name).toList());
  }
}

package dev.litmus.runtime.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteJDBCLoader;

class StatementFormTest {

  @Test
  void theDriverOfThisBuildIsKnown() {
    assertThat(StatementForm.choose("null", SQLiteJDBCLoader.getVersion()))
        .isEqualTo(StatementForm.LEAN);
  }

  @Test
  void anyOtherDriverIsUsedThroughJdbc() {
    assertThat(StatementForm.choose("null", "3.99.0.0")).isEqualTo(StatementForm.WRAPPED);
    assertThat(StatementForm.choose("null", "null")).isEqualTo(StatementForm.WRAPPED);
  }

  @Test
  void thePropertyChoosesJdbc() {
    assertThat(StatementForm.choose("wrapped", "3.54.1.0")).isEqualTo(StatementForm.WRAPPED);
  }

  @Test
  void theseTestsRunWithTheFormThatWasAskedFor() {
    boolean wrapped = "wrapped".equals(System.getProperty(StatementForm.PROPERTY));
    assertThat(StatementForm.ofProcess())
        .isEqualTo(wrapped ? StatementForm.WRAPPED : StatementForm.LEAN);
  }
}

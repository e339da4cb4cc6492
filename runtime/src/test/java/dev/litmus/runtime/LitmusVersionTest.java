package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LitmusVersionTest {

  @Test
  void itIsTheVersionOfTheModule() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>litmus-parent</artifactId>\n    <version>" + LitmusVersion.CURRENT
            + "</version>");
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.0, 1.4.0, true",
    "1.4.2, 1.4.0, true",
    "1.4.0, 1.5.0, true",
    "1.4.0-SNAPSHOT, 1.4.0, true",
    "1.5.0, 1.4.9, false",
    "1.4.0, 2.0.0, false",
    "2.0.0, 1.4.0, false",
    "0.1.0, 0.1.7, true",
    "0.1.0, 0.2.0, false",
    "0.2.0, 0.1.0, false",
    "0.9.0, 1.0.0, false",
    "1.10.0, 1.9.0, false",
    "1.9.0, 1.10.0, true",
    "'', 0.1.0, false",
    "1, 1.0.0, false",
    "new, new, false"
  })
  void worksUpToTheNextMajorVersion(String made, String used, boolean works) {
    assertThat(LitmusVersion.works(made, used)).isEqualTo(works);
  }
}

package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The range of drivers that README promises. The build puts those that are not the project's own into target/drivers. */
class DriverVersionsTest {

  private static final List<String> TESTED = List.of("3.51.3.0", "3.53.4.0");
  private static final List<String> TOO_OLD = List.of("3.49.1.0", "3.50.3.0");

  @TempDir
  Path folder;

  @Test
  void theTestedDriversWorkAndOlderOnesAreRefusedWithTheCure() throws Exception {
    Map<String, ChildJvm> children = new LinkedHashMap<>();
    try {
      children.put("own", start("own", ChildJvm.ownDriver()));
      for (String version : TESTED) {
        children.put(version, start(version, driver(version)));
      }
      for (String version : TOO_OLD) {
        children.put(version, start(version, driver(version)));
      }
      for (String version : children.keySet()) {
        ChildJvm child = children.get(version);
        if (TOO_OLD.contains(version)) {
          assertThat(child.line())
              .startsWith("refused")
              .contains("SQLite " + version.substring(0, version.lastIndexOf('.')))
              .contains("too old")
              .contains("3.51.3")
              .contains("org.xerial:sqlite-jdbc");
        } else {
          assertThat(child.line()).as(version).startsWith("ready");
          child.goOn();
          assertThat(child.line()).as(version).isEqualTo("closed");
        }
        assertThat(child.exit()).isZero();
      }
    } finally {
      for (ChildJvm child : children.values()) {
        child.close();
      }
    }
  }

  private static Path driver(String version) {
    return Path.of("target", "drivers", "sqlite-jdbc-" + version + ".jar").toAbsolutePath();
  }

  private ChildJvm start(String version, Path driver) throws Exception {
    assertThat(driver).isRegularFile();
    return ChildJvm.start(
        ChildJvm.command(driver, List.of(), OpeningProcess.class, folder.resolve(version)));
  }
}

package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every module says whether it is published, and the BOM manages exactly the libraries that are. */
class PublishedModulesTest {

  private static final Path PROJECT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
  private static final Pattern MANAGED =
      Pattern.compile("<artifactId>(.+?)</artifactId>\\s*<version>\\$\\{project.version}<");

  static List<String> modules() {
    return all(MODULE, pom("."));
  }

  @Test
  void theBomManagesTheLibrariesThatArePublished() {
    List<String> libraries = modules().stream()
        .map(PublishedModulesTest::pom)
        .filter(pom -> !pom.contains("<packaging>") && !isPrivate(pom))
        .map(PublishedModulesTest::artifact)
        .toList();

    assertThat(libraries).contains("litmus-runtime");
    assertThat(all(MANAGED, pom("bom"))).containsExactlyInAnyOrderElementsOf(libraries);
  }

  /** Maven Central asks for both; the rest is inherited. */
  @ParameterizedTest
  @MethodSource("modules")
  void aModuleHasANameAndADescription(String module) {
    assertThat(pom(module)).contains("<name>", "<description>");
  }

  private static boolean isPrivate(String pom) {
    return pom.contains("<maven.deploy.skip>true</maven.deploy.skip>");
  }

  private static String artifact(String pom) {
    return all(Pattern.compile("</parent>\\s*<artifactId>(.+?)</artifactId>"), pom)
        .get(0);
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(match -> match.group(1)).toList();
  }

  private static String pom(String module) {
    return DocumentedProgram.read(PROJECT.resolve(module).resolve("pom.xml"));
  }
}

package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The project that the README has its reader write: nothing in it comes from elsewhere, but for the first lines of the POM. */
final class ReadmeProject {

  private static final Path README = Path.of("../README.md");

  /** A block of code that begins with a comment that names its file. */
  private static final Pattern FILE = Pattern.compile(
      "```(?:sql|java)\\n(?:--|//) (\\S+\\.(?:sql|java))\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern POM = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

  private ReadmeProject() {}

  static Project write(Path parent) throws IOException {
    String readme = Files.readString(README);
    Project project = new Project(parent.resolve("library"));
    List<MatchResult> pom = POM.matcher(readme).results().toList();
    assertThat(pom).hasSize(1);
    project.write("pom.xml", """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>stranger</groupId>
          <artifactId>library</artifactId>
          <version>1</version>
        %s</project>
        """.formatted(pom.get(0).group(1)));
    for (MatchResult file : FILE.matcher(readme).results().toList()) {
      String name = file.group(1);
      project.write(name.endsWith(".java") ? "src/main/java/" + name : name, file.group(2));
    }
    return project;
  }
}

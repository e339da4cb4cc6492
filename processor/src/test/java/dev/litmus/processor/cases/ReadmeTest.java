package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.LitmusVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the README true: its code is compiled and run, and what it says is printed is compared. */
class ReadmeTest {

  private static final Path PROJECT = Path.of("..");
  private static final String WRITE = "## What you write";
  private static final String WRONG = "## What you see when it is wrong";
  private static final String CONSUMER = "## Your own project";

  private static final Pattern MISTAKE = Pattern.compile("Write `(.+?)` instead of `(.+?)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
  private final String readme = DocumentedProgram.read(PROJECT.resolve("README.md"));

  @TempDir
  private Path folder;

  @Test
  void theProgramPrintsWhatTheReadmeSays() throws Exception {
    assertThat(program().run()).isEqualTo(blocks(WRITE, "text").get(0));
    assertThat(folder.resolve("data/library.sqlite")).exists();
  }

  @Test
  void theCompilerSaysWhatTheReadmeSays() throws IOException {
    List<Path> sources = program().writeFiles();
    Matcher mistake = MISTAKE.matcher(section(WRONG));
    assertThat(mistake.find()).isTrue();
    Path books = folder.resolve("Books.java");
    String right = Files.readString(books);
    assertThat(right).containsOnlyOnce(mistake.group(2));
    Files.writeString(books, right.replace(mistake.group(2), mistake.group(1)));

    List<Diagnostic<? extends JavaFileObject>> errors =
        new ArrayList<>(Compiler.compile(sources, folder.resolve("migrations")).errors());

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).toString().replace(folder.toAbsolutePath() + "/", "") + "\n")
        .isEqualTo(blocks(WRONG, "text").get(0));
  }

  /** That it builds is shown by the module {@code builds}. */
  @Test
  void theMavenSnippetNamesTheVersionOfThisProject() {
    assertThat(section(CONSUMER))
        .contains("<litmus.version>" + LitmusVersion.CURRENT + "</litmus.version>");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> links =
        LINK.matcher(readme).results().map(match -> match.group(1)).toList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(link.startsWith("https://") || Files.exists(PROJECT.resolve(link)))
                .as(link)
                .isTrue());
  }

  private DocumentedProgram program() {
    return new DocumentedProgram(section(WRITE), folder);
  }

  private List<String> blocks(String heading, String language) {
    return new DocumentedProgram(section(heading), folder).blocks(language);
  }

  private String section(String heading) {
    int start = readme.indexOf("\n" + heading + "\n");
    assertThat(start).as(heading).isPositive();
    int end = readme.indexOf("\n## ", start + 1);
    return readme.substring(start, end < 0 ? readme.length() : end);
  }
}

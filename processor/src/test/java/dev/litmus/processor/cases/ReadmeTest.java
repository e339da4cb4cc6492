package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.LitmusVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the README true: its code is compiled and run, and what it says is printed is compared. */
class ReadmeTest {

  private static final Path PROJECT = Path.of("..");
  private static final String WRITE = "## What you write";
  private static final String WRONG = "## What you see when it is wrong";
  private static final String CONSUMER = "## Your own project";

  private static final Pattern MISTAKE =
      Pattern.compile("Write `(.+?)`\\s+instead\\s+of\\s+`(.+?)`");
  private static final Pattern CODE = Pattern.compile(": \\[[a-z]+/[a-z-]+] ");
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
    Path books = folder.resolve("Books.java");
    String right = Files.readString(books);
    List<MatchResult> mistakes = MISTAKE.matcher(section(WRONG)).results().toList();
    List<String> told = blocks(WRONG, "text");
    assertThat(mistakes).hasSameSizeAs(told).isNotEmpty();
    for (int i = 0; i < told.size(); i++) {
      MatchResult mistake = mistakes.get(i);
      assertThat(right).containsOnlyOnce(mistake.group(2));
      Files.writeString(books, right.replace(mistake.group(2), mistake.group(1)));

      assertThat(problems(sources)).as(mistake.group()).containsExactly(told.get(i));
    }
  }

  /** Returns what Litmus says; javac may say more of a signature that others call. */
  private List<String> problems(List<Path> sources) {
    return Compiler.compile(sources, folder.resolve("migrations")).diagnostics().stream()
        .map(diagnostic -> diagnostic.toString().replace(folder.toAbsolutePath() + "/", "") + "\n")
        .filter(text -> CODE.matcher(text).find())
        .toList();
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

package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of a page print what the page says, one after the other in one folder. */
class CommandGuidesTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sql|sh|text|json)\n(.*?)^```$");
  private static final Pattern FILE = Pattern.compile("-- (\\S+\\.sql)\n(?s:.*)");

  private static final Set<String> NEW = Set.of("schema", "data", "backups");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"schema.md, 7", "operating.md, 11"})
  void everyExampleIsTrue(String page, int expected) throws IOException {
    List<MatchResult> blocks =
        BLOCK.matcher(Files.readString(Path.of("../docs", page))).results().toList();
    int examples = 0;
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).group(2);
      if (blocks.get(i).group(1).equals("sql") && FILE.matcher(text).matches()) {
        write(FILE.matcher(text).replaceFirst("$1"), text.substring(text.indexOf('\n') + 1));
      } else if (blocks.get(i).group(1).equals("sql")) {
        assertThat(folder.resolve("migrations/library/002_add_isbn.sql")).hasContent(text);
      } else if (blocks.get(i).group(1).equals("sh")) {
        assertThat(run(text)).isEqualTo(blocks.get(i + 1).group(2));
        examples++;
      }
    }
    assertThat(examples).isEqualTo(expected);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String run(String command) {
    String[] words = command.strip().split("\\s+");
    assertThat(words[0]).isEqualTo("litmus");
    Run run = Run.of("", Arrays.stream(words).skip(1).map(this::inFolder).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out()
        .replace(folder + "/", "")
        .replaceAll("\\d{4}(-\\d\\d){2}T(\\d\\d-){3}\\d{3}Z", "2026-01-02T03-04-05-678Z")
        .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "20260102T030405.678Z");
  }

  /** What could be a path is one of the folder of this test. */
  private String inFolder(String word) {
    return Files.exists(folder.resolve(word)) || NEW.contains(word)
        ? folder.resolve(word).toString()
        : word;
  }
}

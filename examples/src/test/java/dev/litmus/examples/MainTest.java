package dev.litmus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tour, on the project itself. */
class MainTest {

  /** Surefire runs a module's tests in the module's folder. */
  private static final Path PROJECT = Path.of("..");

  private static final Pattern MESSAGES = Pattern.compile("messages {3}([\\d,]+) in");

  @TempDir
  private Path databases;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void importsTheProjectAndASecondRunAddsNothing() {
    assertThat(tour(Terminal.plain(stream(out)), PROJECT)).isZero();

    String first = text(out);
    int messages = messages(first);
    assertThat(messages).isGreaterThanOrEqualTo(1000);
    assertThat(first)
        .contains("new, its migrations have just been applied")
        .containsPattern("of these {3}[\\d,]+ new, 0 changed, 0 as before")
        .containsPattern("(?i)\\[wrong].*\\[sql]|\\[sql].*\\[wrong]")
        .contains("README.md, as of ")
        .contains("CHECK constraint failed")
        .contains("[it's] [100]% [C]++, [content:x] [OR]")
        .containsPattern("forwards {3}1 2 3 4\n")
        .containsPattern("forwards {3}9 10 11\n {13}11 messages, each once: yes\n")
        .containsPattern("backwards {2}8 9 10 11\n {13}4 5 6 7\n")
        .doesNotContain("\u001b");

    out.reset();
    assertThat(tour(Terminal.plain(stream(out)), PROJECT)).isZero();

    String second = text(out);
    assertThat(messages(second)).isEqualTo(messages);
    assertThat(second)
        .contains("messages in ", " from an earlier run")
        .containsPattern("of these {3}0 new, 0 changed, [\\d,]+ as before; 0 are gone")
        .contains("nothing to write");
    // The name given by the first run is the one that the second finds.
    assertThat(line(second, "before "))
        .contains("\"README.md, as of ")
        .isEqualTo(line(first, "after "));
    assertThat(text(errors)).isEmpty();
  }

  @Test
  void afterTheFailedTransactionEverythingIsAsBefore() {
    assertThat(tour(Terminal.plain(stream(out)), PROJECT)).isZero();

    String failed = text(out).substring(text(out).indexOf("A transaction that fails"));
    assertThat(failed).contains("renamed to \"lost?\"");
    assertThat(line(failed, "after ")).isEqualTo(line(failed, "before "));
  }

  @Test
  void aPersonSeesBoldTextAndABar() throws IOException {
    Path project = Files.createDirectory(databases.resolve("project"));
    Files.writeString(project.resolve("README.md"), "What is wrong with this SQL?\n");

    assertThat(tour(Terminal.lively(stream(out)), project)).isZero();

    assertThat(text(out)).contains("\u001b[1;33mwrong\u001b[0m", "importing", "100%");
  }

  @Test
  void aFolderWithoutTextIsAFailureThatSaysSo() throws IOException {
    Path empty = Files.createDirectory(databases.resolve("empty"));

    assertThat(tour(Terminal.plain(stream(out)), empty)).isEqualTo(1);
    assertThat(text(errors)).startsWith("The tour stopped: no text under ");
  }

  @Test
  void aMissingFolderIsAFailureThatSaysSo() {
    assertThat(tour(Terminal.plain(stream(out)), databases.resolve("nowhere"))).isEqualTo(1);
    assertThat(text(errors)).startsWith("The tour stopped: ").contains("nowhere is not a folder");
  }

  @Test
  void aFileThatIsNoDatabaseIsAFailureThatSaysSo() throws IOException {
    Path data = Files.createDirectory(databases.resolve("data"));
    Files.writeString(data.resolve("chat.sqlite"), "This is not a database. ".repeat(100));

    assertThat(tour(Terminal.plain(stream(out)), PROJECT)).isEqualTo(1);
    assertThat(text(errors)).startsWith("The tour stopped: ").contains("chat.sqlite");
  }

  @Test
  void wrongArgumentsAreToldApartFromFailures() {
    assertThat(Main.run(new String[0], Terminal.plain(stream(out)), stream(errors)))
        .isEqualTo(2);
    assertThat(text(errors)).contains("Two arguments");
  }

  private int tour(Terminal terminal, Path project) {
    String[] arguments = {project.toString(), databases.resolve("data").toString()};
    return Main.run(arguments, terminal, stream(errors));
  }

  private static int messages(String output) {
    Matcher matcher = MESSAGES.matcher(output);
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1).replace(",", ""));
  }

  /** Returns what follows the word on the line that begins with it. */
  private static String line(String output, String start) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(start))
        .map(line -> line.replaceFirst("\\w+ +", ""))
        .findFirst()
        .orElseThrow();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

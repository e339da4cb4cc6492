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

  private static final Pattern WORKERS =
      Pattern.compile("workers {4}one took (\\d+) jobs, two took (\\d+), in ");

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
        .contains("chat       version 5, migrations applied just now: 5")
        .containsPattern("of these {3}[\\d,]+ new, 0 changed, 0 as before")
        .containsPattern("(?i)\\[wrong].*\\[sql]|\\[sql].*\\[wrong]")
        .contains("README.md, as of ")
        .containsPattern("CHECK\\s+constraint\\s+failed")
        .contains("[it's] [100]% [C]++, [content:x] [OR]")
        .containsPattern("forwards {3}1 2 3 4\n")
        .containsPattern("forwards {3}9 10 11\n {13}11 messages, each once: yes\n")
        .containsPattern("backwards {2}8 9 10 11\n {13}4 5 6 7\n")
        .doesNotContain("\u001b");
    String changing =
        first.substring(first.indexOf("A transaction in which"), first.indexOf("A coding session"));
    assertThat(changing.lines()).allMatch(line -> line.length() <= 80);

    out.reset();
    assertThat(tour(Terminal.plain(stream(out)), PROJECT)).isZero();

    String second = text(out);
    assertThat(messages(second)).isEqualTo(messages);
    assertThat(second)
        .contains("chat       version 5\n")
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
  void afterTheChatsComeTheOtherThreeDatabases() throws IOException {
    Path project = project("What is wrong with this SQL?\n");
    assertThat(tour(Terminal.plain(stream(out)), project)).isZero();

    String first = text(out).substring(text(out).indexOf("A coding session"));
    assertThat(first.lines()).allMatch(line -> line.length() <= 80);
    assertThat(first)
        .contains("session    \"Greet politely\", number 1 in ")
        .contains("written    48 entries, 12 snapshots in ")
        .contains("of these   12 answer, 12 prompt, 12 tool_result, 12 tool_use\n")
        .contains("tokens     4,800 read, 960 written\n")
        .contains("forwards   1 to 10, 11 to 20, 21 to 30, 31 to 40, 41 to 48\n")
        .contains("backwards  39 to 48, 29 to 38\n")
        .contains("files      Greeter.java v5, GreeterTest.java v5, NOTES.md v4\n")
        .contains("back       to before entry 9: 8 entries and 2 snapshots are left\n")
        .contains("files      Greeter.java v2, GreeterTest.java v2\n")
        .contains("ended      0 of all sessions still active\n");
    assertQueue(first);
    assertThat(first)
        .contains("theme      written: yes; the same once more: no\n")
        .contains("theme         \"dark\"\n")
        .contains("in Java    125 percent, with sound: yes, this is run 1\n")
        .containsPattern("stored     01[0-9a-f]{22} ... \\(57 bytes\\)\n")
        .contains("the secret is in there: no\n")
        .contains("stored once more, it is the same bytes: no\n")
        .contains("read back  the same: yes\n")
        .contains("printed    Secret[hidden] of ann at models.example\n")
        .containsPattern("Greet politely   from README.md, as of ")
        .contains("Scroll faster    from a chat that is gone\n")
        .containsPattern("imagegen {3}[\\d,]+ bytes, [\\d,]+ compressed\n")
        .containsPattern("damaged {4}\\S+")
        .contains("restored   sound again: yes; what was damaged is kept: yes\n")
        .containsPattern("largest {4}\\w+, [\\d,]+ bytes\n")
        .contains("12 images stay\n");

    out.reset();
    assertThat(tour(Terminal.plain(stream(out)), project)).isZero();

    String second = text(out).substring(text(out).indexOf("A coding session"));
    assertQueue(second);
    assertThat(second)
        .contains("session    \"Greet politely\", number 2 in ")
        .contains("written    48 entries, 12 snapshots in ")
        .contains("24 images stay\n")
        .contains("theme         \"light\"\n")
        .contains("this is run 2\n")
        .containsPattern("known      from an earlier run, used last at \\d{4}-[^ ]+Z\n")
        .contains("read back  the same: yes\n");
    assertThat(second.lines().filter(line -> line.contains("from README.md, as of ")))
        .hasSize(2);
  }

  /** Twelve jobs, each done once, and one of them begun twice: thirteen by two workers, of whom both had a part. */
  private static void assertQueue(String output) {
    Matcher workers = WORKERS.matcher(output);
    assertThat(workers.find()).isTrue();
    int one = Integer.parseInt(workers.group(1));
    int two = Integer.parseInt(workers.group(2));
    assertThat(one).isPositive();
    assertThat(two).isPositive();
    assertThat(one + two).isEqualTo(13);
    assertThat(output)
        .contains("asked for  3 prompts; jobs: 12 pending\n")
        .containsPattern("""
            jobs {7}12 done; new images: 12
             +4 of 4 a lighthouse in the rain, one of them at its second attempt
             +4 of 4 a harbour at dawn
             +4 of 4 a boat on a calm sea
            """)
        .contains("cleared    3 prompts are off the queue; ");
  }

  @Test
  void anotherKeyIsAFailureThatSaysSo() throws IOException {
    Path project = project("What is wrong with this SQL?\n");
    assertThat(tour(Terminal.plain(stream(out)), project)).isZero();
    Path key = databases.resolve("app.key");
    Files.write(key, new byte[32]);

    assertThat(tour(Terminal.plain(stream(out)), project)).isEqualTo(1);

    assertThat(text(errors)).startsWith("The tour stopped: ").contains("stored with another key");

    Files.delete(key);
    out.reset();
    errors.reset();
    assertThat(tour(Terminal.plain(stream(out)), project)).isEqualTo(1);

    assertThat(text(errors))
        .startsWith("The tour stopped: ")
        .contains("the key in " + key + " is lost");
    assertThat(text(out)).contains("A credential: ");
  }

  @Test
  void aDamagedQueueIsSaidAndTheTourGoesOn() throws IOException {
    Path data = Files.createDirectory(databases.resolve("data"));
    Path file = data.resolve("imagegen.sqlite");
    Files.writeString(file, "This is not a database. ".repeat(100));

    assertThat(tour(Terminal.plain(stream(out)), project("What is wrong with this SQL?\n")))
        .isZero();

    assertThat(text(out))
        .contains("\n  imagegen   not there\n", "No image queue\n", "That was all of it");
    assertThat(file).content().startsWith("This is not a database.");
  }

  private Path project(String readme) throws IOException {
    Path project = Files.createDirectory(databases.resolve("project"));
    Files.writeString(project.resolve("README.md"), readme);
    return project;
  }

  @Test
  void aPersonSeesBoldTextAndABar() throws IOException {
    Path project = project("What is wrong with this SQL?\n");

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
    assertThat(text(errors)).contains("Three arguments");
  }

  private int tour(Terminal terminal, Path project) {
    String[] arguments = {
      project.toString(),
      databases.resolve("data").toString(),
      databases.resolve("app.key").toString()
    };
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

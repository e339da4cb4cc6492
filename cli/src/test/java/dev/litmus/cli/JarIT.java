package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users have it: one file, run as a process of its own. */
@Timeout(120)
class JarIT {

  private static final Path JAR = Path.of(System.getProperty("litmus.jar"));
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern SECTION = Pattern.compile("(?ms)^## Command line\n(.*?)^## ");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```sh\n(.*?)^```\n.*?^```(?:text|json)\n(.*?)^```$");

  @TempDir
  private Path folder;

  @Test
  void itAnswersFromAnEmptyFolderInUtf8WhateverTheLocale() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path schema = Files.writeString(folder.resolve("s.sql"), "CREATE TABLE größe (wert);");

    Run run = run(
        empty,
        "{\"id\":\"ß\",\"sql\":\"SELECT wert AS größer FROM größe WHERE wert > :grenze\"}\n",
        "java",
        "-jar",
        JAR.toString(),
        "describe",
        "--schema",
        schema.toString());

    assertThat(run)
        .isEqualTo(new Run(
            0,
            "{\"id\":\"ß\",\"valid\":true,"
                + "\"columns\":[{\"name\":\"größer\",\"type\":\"ANY\",\"nullable\":false}],"
                + "\"parameters\":[{\"name\":\"grenze\",\"type\":\"ANY\",\"nullable\":false}],"
                + "\"rows\":\"many\",\"writes\":false,\"reads\":[\"größe\"],\"changes\":[],"
                + "\"plan\":[\"SCAN größe\"],\"problems\":[]}\n",
            ""));
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void itEndsWithTheExitCodeOfTheCommand() throws Exception {
    assertThat(run(folder, "", "java", "-jar", JAR.toString(), "describe").code())
        .isEqualTo(2);
    Path schema = Files.writeString(folder.resolve("s.sql"), "");
    Run invalid = run(
        folder,
        "",
        "java",
        "-jar",
        JAR.toString(),
        "describe",
        "--schema",
        schema.toString(),
        "--sql",
        "SELECT nothing");
    assertThat(invalid.code()).isEqualTo(1);
    assertThat(invalid.err()).isEmpty();
  }

  /** What the runtime would log is not printed besides. */
  @Test
  void itMigratesADatabase() throws Exception {
    Path migrations = Files.createDirectories(folder.resolve("migrations/chat"));
    Files.writeString(migrations.resolve("1_initial.sql"), "CREATE TABLE chats (id);");
    String[] command = {
      "java", "-jar", JAR.toString(), "migrate", "--migrations", "migrations", "--directory", "data"
    };
    assertThat(run(folder, "", command))
        .isEqualTo(new Run(0, "chat: up 1 initial (migrations/chat/1_initial.sql)\n", ""));
    assertThat(run(folder, "", command)).isEqualTo(new Run(0, "chat: nothing to do\n", ""));
    assertThat(folder.resolve("data/chat.sqlite")).isRegularFile();
  }

  /** The command says it; a line of a log besides would be for programmers. */
  @Test
  void aFailureIsSaidOnce() throws Exception {
    Path migrations = Files.createDirectories(folder.resolve("migrations/chat"));
    Files.writeString(migrations.resolve("1_initial.sql"), "DROP TABLE nowhere;");
    Run run = run(
        folder,
        "",
        "java",
        "-jar",
        JAR.toString(),
        "migrate",
        "--migrations",
        "migrations",
        "--directory",
        "data");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("litmus: ").hasLineCount(1);
  }

  /** A screen is what `script` makes; NO_COLOR and widths are honoured there. */
  @Test
  void aBarIsDrawnOnAScreen() throws Exception {
    Path migrations = Files.createDirectories(folder.resolve("migrations/chat"));
    Files.writeString(
        migrations.resolve("1_slow.sql"),
        "CREATE TABLE counted AS WITH RECURSIVE c (x) AS"
            + " (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 3000000) SELECT count(*) AS n FROM c;");
    String command = "export TERM=xterm; stty cols 60 rows 20; java -jar " + JAR
        + " migrate --migrations migrations --directory ";

    Run colored = run(folder, "", "script", "-qec", command + "a", "/dev/null");
    assertThat(colored.code()).isZero();
    assertThat(colored.out())
        .contains("migrate ", "0/1", "chat 1", "\u001b[36m")
        .endsWith("chat: up 1 slow (migrations/chat/1_slow.sql)\r\n");
    assertThat(colored.out().replaceAll("\u001b\\[[0-9;]*[a-zA-Z]", "").split("\r"))
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(line.length()).isLessThan(60));

    Run plain =
        run(folder, "", "script", "-qec", "export NO_COLOR=1; " + command + "b", "/dev/null");
    assertThat(plain.out()).contains("chat 1").doesNotContain("\u001b[36m");

    Run piped = run(folder, "", "script", "-qec", command + "c | cat", "/dev/null");
    assertThat(piped.out()).isEqualTo("chat: up 1 slow (migrations/chat/1_slow.sql)\r\n");
  }

  @Test
  void itKnowsItsVersion() throws Exception {
    assertThat(run(folder, "", "java", "-jar", JAR.toString(), "--version").out())
        .matches("litmus \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void itHoldsWhatJudgesSqlAndNothingThatCompiles() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains(
              "dev/litmus/cli/Main.class",
              "dev/litmus/processor/diff/Snapshot.class",
              "dev/litmus/processor/schema/Schema.class")
          .doesNotHaveDuplicates()
          .doesNotContain("META-INF/services/javax.annotation.processing.Processor")
          .noneMatch(name -> name.contains("javapoet") || name.contains("errorprone"))
          .noneMatch(name -> name.startsWith("dev/litmus/processor/generate/"))
          .noneMatch(name -> name.startsWith("dev/litmus/annotations/"))
          .noneMatch(name -> name.endsWith("module-info.class"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
          .isEqualTo("ALL-UNNAMED");
    }
  }

  /** The commands of the README, run in the project's folder. */
  @Test
  void theReadmeShowsWhatIsPrinted() throws Exception {
    String readme = Files.readString(PROJECT.resolve("README.md"));
    String section = SECTION.matcher(readme).results().findFirst().orElseThrow().group(1);
    List<MatchResult> examples = EXAMPLE.matcher(section).results().toList();

    assertThat(examples).hasSize(4);
    for (MatchResult example : examples) {
      // The databases alone are elsewhere.
      String command =
          example.group(1).replace("--directory data", "--directory " + folder + "/data");
      Run run = run(PROJECT, "", "sh", "-c", command);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).isEqualTo(example.group(2));
    }
  }

  /** In a locale of ASCII only, with the Java that runs this test. */
  private Run run(Path directory, String input, String... command) throws Exception {
    Path in = Files.writeString(folder.resolve("in.txt"), input);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    Path java = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().merge("PATH", "", (path, none) -> java + ":" + path);
    builder.environment().putAll(Map.of("LC_ALL", "C"));
    if (command[0].equals("java")) {
      builder.command().set(0, java.resolve("java").toString());
    }
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}

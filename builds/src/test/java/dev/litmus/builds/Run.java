package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a process did.
 *
 * @param exit its status
 * @param output what it printed, standard output and errors as they came
 */
record Run(int exit, String output) {

  /** Colours, which no test wants to see. */
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Everything runs on the JDK that runs the tests. */
  static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  static Run maven(Path folder, String... arguments) throws IOException, InterruptedException {
    Installation installation = Installation.get();
    List<String> command = new ArrayList<>(List.of(
        "mvn",
        "-B",
        "-ntp",
        "-gs",
        installation.settings().toString(),
        "-Dmaven.repo.local=" + installation.repository()));
    command.addAll(Arrays.asList(arguments));
    return of(folder, command);
  }

  static Run java(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA_HOME.resolve("bin/java").toString()));
    command.addAll(Arrays.asList(arguments));
    return of(folder, command);
  }

  private static Run of(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", JAVA_HOME.toString());
    // Many short runs: the second compiler of the JVM never pays. What our own .mvn/jvm.config
    // allows, where Maven's script
    // hands it on, is not these projects' own.
    String given = environment.getOrDefault("MAVEN_OPTS", "");
    environment.put(
        "MAVEN_OPTS",
        given.replace("--enable-native-access=ALL-UNNAMED", "") + " -XX:TieredStopAtLevel=1");
    // Set by the Maven that runs these tests, about its own project.
    environment.keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), ESCAPES.matcher(output).replaceAll(""));
  }

  Run succeeds() {
    assertThat(exit).as(output).isZero();
    return this;
  }

  Run fails() {
    assertThat(exit).as(output).isNotZero();
    return this;
  }

  Run says(String text) {
    assertThat(output).contains(text);
    return this;
  }

  Run doesNotSay(String text) {
    assertThat(output).doesNotContain(text);
    return this;
  }
}

package dev.litmus.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A way to start a process that opens databases.
 *
 * @param classPath of the process
 * @param main the class that it runs
 * @param options of its JVM
 */
record Start(String classPath, String main, List<String> options) {

  Start {
    options = List.copyOf(options);
  }

  /** The same with more options. */
  Start with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Start(classPath, main, all);
  }

  /** Whether an archive of its classes can be made: the JVM makes none of a folder of classes. */
  boolean isOfJars() {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
        .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
  }

  /**
   * Starts it, and waits for its end.
   *
   * @param folder where the databases are
   * @return what it printed, names and microseconds, and how long the JVM took until {@code main} began, as {@code jvm}
   */
  Map<String, Long> run(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main, folder.toString()));
    Path errors = Files.createTempFile("started", ".txt");
    try {
      long before = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
      Process process =
          new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the process failed: " + Files.readString(errors));
      }
      Map<String, Long> found = parse(output);
      Long began = found.remove("began");
      if (began != null) {
        found.put("jvm", began - before);
      }
      return found;
    } finally {
      Files.delete(errors);
    }
  }

  /** Lines of a name and a number; others are somebody else's. */
  private static Map<String, Long> parse(String output) {
    Map<String, Long> found = new LinkedHashMap<>();
    output
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words.length == 2 && words[1].matches("\\d+"))
        .forEach(words -> found.put(words[0], Long.valueOf(words[1])));
    return found;
  }
}

package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of docs/faults.md has all its columns, and names tests that exist. */
class FaultTableTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)?(?:\\.(\\w+))?`");

  @Test
  void everyFaultIsShownByTestsThatExist() throws Exception {
    Map<String, String> sources = sources();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(Path.of("../docs/faults.md"))) {
      if (!line.startsWith("|") || line.startsWith("|---") || line.startsWith("| fault |")) {
        continue;
      }
      rows++;
      String[] cells = line.split("\\|", -1);
      assertThat(cells).as(line).hasSize(7);
      List<MatchResult> named = NAMED.matcher(cells[5]).results().toList();
      assertThat(named).as(line).isNotEmpty();
      String test = "";
      for (MatchResult name : named) {
        test = name.group(1) == null ? test : name.group(1);
        String source = sources.getOrDefault(test, "");
        String method = name.group(2) == null ? "class " + test : " " + name.group(2) + "(";
        if (!source.contains(method)) {
          wrong.add(test + ": " + method);
        }
      }
    }
    assertThat(rows).isGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(Collectors.toMap(
              file -> file.getFileName().toString().replace(".java", ""), FaultTableTest::read));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

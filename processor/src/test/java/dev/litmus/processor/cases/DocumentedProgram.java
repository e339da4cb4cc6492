package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that a page of the documentation shows: blocks of code that begin with the name of their file.
 *
 * @param page the page, or a section of it
 * @param folder where the program is written and run
 */
record DocumentedProgram(String page, Path folder) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern FILE = Pattern.compile("(?://|--) (\\S+)\n");

  /** Returns all blocks in a language. */
  List<String> blocks(String language) {
    return BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** Writes every block that begins with a comment of its file's name, and returns the Java ones. */
  List<Path> writeFiles() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      String text = block.group(2);
      Matcher name = FILE.matcher(text);
      if (name.lookingAt()) {
        Path file = folder.resolve(name.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (block.group(1).equals("java")) {
          sources.add(file);
        }
      }
    }
    return sources;
  }

  /** Compiles the program, runs its {@code Main}, and returns what it prints. */
  String run() throws Exception {
    Compilation compilation = Compiler.compile(writeFiles(), folder.resolve("migrations"));
    assertThat(Compiler.errors(compilation)).isEmpty();
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Compiler.write(compilation, classes);
    return runMain(classes);
  }

  /** As a user would: a process of its own in a folder of its own. */
  private String runMain(Path classes) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path errors = folder.resolve("errors.txt");
    String classPath =
        classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "Main")
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(errors.toFile())
        .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(read(errors)).isZero();
    return read(out);
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

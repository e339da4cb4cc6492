package dev.litmus.processor.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with sources to compile: {@code *.java}, {@code migrations/<database>/*.sql} (a case without any uses those of
 * {@code cases/_shop}), and what must come out: {@code problems.txt} or {@code Check.java} and {@code expected/*.java}.
 * With {@code schema.sql}, or {@code schema/<database>.sql}, there are no migrations.
 *
 * <p>It may have {@code queries} and {@code snapshot}, folders for the options of these names, {@code library/*.java}, which is compiled before and
 * without names of parameters, and {@code options.txt} with an option a line.
 *
 * <p>In a source, a line {@code // expect area/slug word} says that the next line carries that problem and that the word
 * is the one underlined.
 */
record Case(Path folder) {

  private static final Pattern EXPECTATION = Pattern.compile("\\s*// expect (\\S+)(?: (.+))?");

  /** A problem that a source announces. */
  record Expectation(String file, long line, String code, String underlined) {}

  static Stream<Case> all(Path root) {
    return list(root).map(Case::new);
  }

  String name() {
    return name(folder);
  }

  Path migrations() {
    Path own = folder.resolve("migrations");
    return Files.isDirectory(own)
        ? own
        : folder.getParent().resolveSibling("_shop").resolve("migrations");
  }

  List<Path> sources() {
    return list(folder).filter(path -> name(path).endsWith(".java")).toList();
  }

  /** Sources of which only the class files are there when the case is compiled. */
  List<Path> library() {
    Path library = folder.resolve("library");
    return Files.isDirectory(library) ? list(library).toList() : List.of();
  }

  List<String> options() {
    List<String> options = new ArrayList<>();
    Path script = folder.resolve("schema.sql");
    Path scripts = folder.resolve("schema");
    if (Files.exists(script)) {
      options.add("-Alitmus.schema=" + script.toAbsolutePath());
    } else if (Files.isDirectory(scripts)) {
      options.add("-Alitmus.schema=" + scripts.toAbsolutePath());
    } else {
      options.add("-Alitmus.migrations=" + migrations().toAbsolutePath());
    }
    Path queries = folder.resolve("queries");
    if (Files.isDirectory(queries)) {
      options.add("-Alitmus.queries=" + queries.toAbsolutePath());
    }
    Path snapshot = folder.resolve("snapshot");
    if (Files.isDirectory(snapshot)) {
      options.add("-Alitmus.snapshot=" + snapshot.toAbsolutePath());
    }
    Path more = folder.resolve("options.txt");
    if (Files.exists(more)) {
      options.addAll(lines(more));
    }
    return options;
  }

  List<Path> goldens() {
    Path expected = folder.resolve("expected");
    return Files.isDirectory(expected) ? list(expected).toList() : List.of();
  }

  List<Expectation> expectations() {
    List<Expectation> expectations = new ArrayList<>();
    for (Path source : sources()) {
      List<String> lines = lines(source);
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = EXPECTATION.matcher(lines.get(i));
        if (matcher.matches()) {
          String word = matcher.group(2) == null ? "" : matcher.group(2).strip();
          expectations.add(
              new Expectation(name(source), lineBelow(lines, i), matcher.group(1), word));
        }
      }
    }
    return expectations;
  }

  /** Several expectations may stand above one line. */
  private static long lineBelow(List<String> lines, int at) {
    int line = at + 1;
    while (EXPECTATION.matcher(lines.get(line)).matches()) {
      line++;
    }
    return line + 1L;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}

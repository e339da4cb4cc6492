package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of queries may lie. The places are tried in order, so that a module finds its own files before those of
 * its libraries; in each, the path is taken from the root first, and then from the package of the interface.
 */
public record QueryFiles(List<Place> places) {

  /** Folders inside folders that are searched for names to suggest. */
  private static final int DEEPEST = 8;

  public QueryFiles {
    places = List.copyOf(places);
  }

  /**
   * One place.
   *
   * @param description how messages call it: {@code on the class path}
   * @param reader reads a file there
   * @param folder finds out where its files can be listed; empty when they cannot
   */
  public record Place(String description, Reader reader, Supplier<Optional<Path>> folder) {}

  /** Reads one file by its exact path. */
  @FunctionalInterface
  public interface Reader {

    /** Returns what the file holds, or null when there is none. */
    byte @Nullable [] read(String path) throws IOException;
  }

  /**
   * A file.
   *
   * @param path its whole path
   * @param text what it holds, its line ends those of a text block, and nothing at its end
   */
  record Found(String path, String text) {}

  /** Returns the first file that the places have. */
  Checked<Found> read(String file, String packageName, Origin origin) {
    if (!file.matches("[^/\\\\]+(/[^/\\\\]+)*") || file.matches("(.*/)?\\.\\.?(/.*)?")) {
      return Checked.failed(
          Problem.of(ProblemCode.INVALID_FILE, origin, "`" + file + "` is not the path of a file")
              .help("write it with `/` between the folders, from the root of the resources or from"
                  + " the package of the interface"));
    }
    List<String> paths = packageName.isEmpty()
        ? List.of(file)
        : List.of(file, packageName.replace('.', '/') + "/" + file);
    for (Place place : places) {
      for (String path : paths) {
        try {
          byte[] bytes = place.reader().read(path);
          if (bytes != null) {
            return decode(bytes, path, origin);
          }
        } catch (IOException e) {
          return Checked.failed(
              Problem.of(ProblemCode.INVALID_FILE, origin, "`" + path + "` cannot be read")
                  .note(e.toString()));
        }
      }
    }
    return Checked.failed(missing(file, paths, origin));
  }

  private static Checked<Found> decode(byte[] bytes, String path, Origin origin) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      String lines = unmarked.replace("\r\n", "\n").replace('\r', '\n');
      return Checked.of(new Found(path, lines.stripTrailing()));
    } catch (CharacterCodingException e) {
      return Checked.failed(
          Problem.of(ProblemCode.INVALID_FILE, origin, "`" + path + "` is not UTF-8")
              .help("save the file as UTF-8"));
    }
  }

  private Problem missing(String file, List<String> paths, Origin origin) {
    Problem problem =
        Problem.of(ProblemCode.MISSING_FILE, origin, "there is no file `" + file + "`");
    String names = paths.stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    for (Place place : places) {
      problem = problem.evidence("tried " + names + " " + place.description());
    }
    TreeSet<String> present = new TreeSet<>();
    places.forEach(place -> place.folder().get().ifPresent(folder -> present.addAll(list(folder))));
    if (present.isEmpty()) {
      return problem;
    }
    String ending = "/" + file.substring(file.lastIndexOf('/') + 1);
    Optional<String> moved =
        present.stream().filter(path -> path.endsWith(ending)).findFirst();
    return problem
        .evidence("files with SQL there: " + Suggestions.list(present))
        .suggest(moved.or(() -> paths.stream()
            .flatMap(path -> Suggestions.near(path, present).stream())
            .findFirst()));
  }

  private static List<String> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(path -> path.toString().endsWith(".sql"))
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.startsWith("META-INF/"))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // Names to suggest are a courtesy.
      return List.of();
    }
  }
}

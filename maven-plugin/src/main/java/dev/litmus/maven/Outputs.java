package dev.litmus.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class files of a module. Of a source without a class file the compiler plugin sees that it is to be compiled: so
 * deleting it is enough, no matter how the compilation ends, and nothing is added to the module.
 */
final class Outputs {

  private static final String SOURCE = ".java";
  private static final String ANNOTATIONS = "dev.litmus.annotations";

  private Outputs() {}

  /**
   * Deletes the class files of sources that speak of Litmus.
   *
   * @return whether there were any
   */
  static boolean forget(List<String> sourceRoots, String output) throws IOException {
    boolean forgotten = false;
    for (String root : sourceRoots) {
      Path folder = Path.of(root);
      for (Path source : Folder.files(folder)) {
        String path = Folder.path(folder, source);
        if (path.endsWith(SOURCE) && speaksOfLitmus(source)) {
          forgotten |= forget(Path.of(output, path.substring(0, path.length() - SOURCE.length())));
        }
      }
    }
    return forgotten;
  }

  /** Whatever the encoding is, the name that is looked for is ASCII. */
  private static boolean speaksOfLitmus(Path source) throws IOException {
    return Files.readString(source, StandardCharsets.ISO_8859_1).contains(ANNOTATIONS);
  }

  /**
   * Deletes the class file of a source, and what was generated for it: an implementation that is left would look as if the
   * processor had run.
   *
   * @param type its class file without the ending
   */
  static boolean forget(Path type) throws IOException {
    Path folder = type.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return false;
    }
    Pattern own = Pattern.compile(
        Pattern.quote(type.getFileName().toString()) + "((_.*)?Impl(\\$Factory)?)?\\.class");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> own.matcher(file.getFileName().toString()).matches())
          .toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    return !files.isEmpty();
  }
}

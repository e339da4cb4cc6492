package dev.litmus.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      if (Files.isDirectory(folder)) {
        for (Path source : sources(folder)) {
          String relative = folder.relativize(source).toString();
          String name = relative.substring(0, relative.length() - SOURCE.length());
          // Whatever the encoding is, the name that is looked for is ASCII.
          if (Files.readString(source, StandardCharsets.ISO_8859_1).contains(ANNOTATIONS)) {
            forgotten |= Files.deleteIfExists(Path.of(output, name + ".class"));
          }
        }
      }
    }
    return forgotten;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(SOURCE)).toList();
    }
  }
}

package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of one of the projects under {@code src/test/projects}, in a folder of its own.
 *
 * @param folder where it is
 */
record Project(Path folder) {

  private static final Path ALL = Path.of("src/test/projects");

  static Project copy(String name, Path parent) throws IOException {
    Path source = ALL.resolve(name);
    Path target = parent.resolve(name);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Path copy = target.resolve(source.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.writeString(
          copy, Files.readString(file).replace("@litmus.version@", Installation.VERSION));
    }
    return new Project(target);
  }

  Run maven(String... arguments) throws IOException, InterruptedException {
    return Run.maven(folder, arguments);
  }

  Run java(String... arguments) throws IOException, InterruptedException {
    return Run.java(folder, arguments);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text);
  }

  void delete(String name) throws IOException {
    Files.delete(path(name));
  }

  /** Changes a file; what is to be replaced must be there. */
  void replace(String name, String old, String replacement) throws IOException {
    String text = Files.readString(path(name));
    assertThat(text).contains(old);
    write(name, text.replace(old, replacement));
  }
}

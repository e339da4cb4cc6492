package dev.litmus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new directory among the system's temporary ones. */
record TemporaryDirectory(Path path) {

  static TemporaryDirectory create() {
    try {
      return new TemporaryDirectory(Files.createTempDirectory("litmus-test"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a directory for the databases of a test", e);
    }
  }

  /** Deletes it with all that is in it. */
  void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the databases of a test: " + path, e);
    }
  }
}

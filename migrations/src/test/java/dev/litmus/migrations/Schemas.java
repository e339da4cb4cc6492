package dev.litmus.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas of this module. */
final class Schemas {

  static final Path MODULE = Path.of(System.getProperty("basedir"));

  private Schemas() {}

  /** Every folder of the module that has migrations, in the order of their names. */
  static List<String> all() throws IOException {
    try (Stream<Path> found = Files.list(MODULE)) {
      return found
          .filter(Schemas::hasMigrations)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** The names of the files in a schema's folder, in order. */
  static List<String> files(String schema) throws IOException {
    try (Stream<Path> files = Files.list(MODULE.resolve(schema))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static boolean hasMigrations(Path folder) {
    return Files.exists(folder.resolve("001_initial.sql"));
  }
}

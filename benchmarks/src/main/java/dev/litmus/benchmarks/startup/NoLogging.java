package dev.litmus.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of java.util.logging of an application that wants warnings alone. */
final class NoLogging {

  private NoLogging() {}

  static Path write(Path file) throws IOException {
    return Files.writeString(
        file, "handlers=java.util.logging.ConsoleHandler\n.level=INFO\ndev.litmus.level=WARNING\n");
  }
}

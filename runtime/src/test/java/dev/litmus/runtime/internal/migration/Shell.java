package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program {@code sqlite3}, where there is one: a judge that has nothing in common with the driver. */
final class Shell {

  private Shell() {}

  /** Its version, as in {@code 3.40.1}; null when it is not on this machine. */
  static @Nullable String version() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("sqlite3", "--version").redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? answer.replaceAll("(?s) .*", "") : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Runs a script as if it were typed, and stops at the first error. */
  static void run(Path database, byte[] script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(
            "sqlite3", "-batch", "-bail", "-cmd", "PRAGMA synchronous = OFF", database.toString()))
        .redirectErrorStream(true)
        .start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(script);
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("sqlite3 refuses the script: " + answer);
    }
  }
}

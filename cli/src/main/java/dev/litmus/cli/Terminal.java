package dev.litmus.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The screen that a person looks at.
 *
 * @param shown whether both standard output and standard error go to one
 * @param colors whether it may be written to in colours
 * @param width its columns
 */
record Terminal(boolean shown, boolean colors, int width) {

  /** A file, a pipe, or a test. */
  static final Terminal NONE = new Terminal(false, false, 80);

  private static final int LEAST_COLUMNS = 40;

  /** Lines that are longer are read badly. */
  private static final int MOST_COLUMNS = 100;

  /** Looks at the screen of this process. */
  static Terminal here(Map<String, String> environment) {
    try {
      if ("dumb".equals(environment.get("TERM")) || !isShown()) {
        return NONE;
      }
      return new Terminal(true, environment.getOrDefault("NO_COLOR", "").isEmpty(), width(size()));
    } catch (IOException e) {
      // No shell: nobody knows.
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }

  /** A shell is asked: Java does not know of standard error, and says something else of the others from 22 on. */
  private static boolean isShown() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "[ -t 1 ] && [ -t 2 ]")
            .inheritIO()
            .start()
            .waitFor()
        == 0;
  }

  private static String size() throws IOException, InterruptedException {
    Process stty = new ProcessBuilder("stty", "size")
        .redirectInput(Redirect.from(Path.of("/dev/tty").toFile()))
        .redirectError(Redirect.DISCARD)
        .start();
    String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    stty.waitFor();
    return size;
  }

  /** Reads rows and columns; a screen that does not know its size says 0. */
  static int width(String size) {
    String[] numbers = size.strip().split(" ", -1);
    return numbers.length == 2 && numbers[1].matches("[1-9]\\d{0,4}")
        ? Math.max(LEAST_COLUMNS, Math.min(Integer.parseInt(numbers[1]), MOST_COLUMNS))
        : NONE.width;
  }
}

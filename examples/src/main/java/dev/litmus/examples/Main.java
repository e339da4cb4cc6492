package dev.litmus.examples;

import dev.litmus.examples.app.SecretException;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the tour from a command line. */
public final class Main {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** Held here: java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger LITMUS = Logger.getLogger("dev.litmus");

  private Main() {}

  /**
   * Runs the tour; ends the process with a status other than 0 when it fails.
   *
   * @param arguments the project whose text is read, the folder of the databases, and the file of the key
   */
  public static void main(String[] arguments) {
    LITMUS.setLevel(Level.WARNING);
    int status = run(arguments, Terminal.standard(), System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] arguments, Terminal terminal, PrintStream errors) {
    if (arguments.length != 3) {
      errors.println(
          "Three arguments are needed: the project to read, a folder for the databases, and a file outside it"
              + " for the key of their secrets.");
      return MISUSED;
    }
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      errors.println("The tour stopped: " + root + " is not a folder.");
      return FAILED;
    }
    try (Databases databases = Application.open(Path.of(arguments[1]), Path.of(arguments[2]))) {
      new Tour(databases, terminal, Clock.tickMillis(ZoneId.systemDefault())).run(root);
      return 0;
    } catch (LitmusException | IOException e) {
      errors.println("The tour stopped: " + reason(e));
      return FAILED;
    }
  }

  /** The words of a converter are its own, and stay with the cause. */
  private static @Nullable String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SecretException) {
        return cause.getMessage();
      }
    }
    return failure.getMessage();
  }
}

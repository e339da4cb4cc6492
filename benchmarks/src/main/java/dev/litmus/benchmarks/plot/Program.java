package dev.litmus.benchmarks.plot;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Runs a command of picocli as a process of its own. */
public final class Program {

  /** Held here: java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger LITMUS = Logger.getLogger("dev.litmus");

  private Program() {}

  /** Runs it, and ends the process with its status. */
  public static void run(Callable<Integer> command, String[] arguments) {
    System.exit(execute(command, arguments));
  }

  /**
   * Runs it, without what the runtime logs of every database that it opens.
   *
   * @return its status, 0 when all is well
   */
  public static int execute(Callable<Integer> command, String... arguments) {
    LITMUS.setLevel(Level.WARNING);
    return new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
  }
}

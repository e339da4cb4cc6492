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
    quiet();
    System.exit(
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  /** Keeps what the runtime logs of every opened database away from the results. */
  public static void quiet() {
    LITMUS.setLevel(Level.WARNING);
  }
}

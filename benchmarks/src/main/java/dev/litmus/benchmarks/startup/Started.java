package dev.litmus.benchmarks.startup;

import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a new process runs: it opens all databases of its class path, and says how long that took, in microseconds. It has
 * nothing else of this module on its class path.
 */
public final class Started {

  private Started() {}

  /**
   * Prints when {@code main} began, since 1970, and how long the opening took.
   *
   * @param arguments the folder of the databases
   */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    long began = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    try (Databases databases = Databases.open(Path.of(arguments[0]))) {
      long opened = System.nanoTime();
      System.out.println("began " + began);
      System.out.println("opened " + (opened - start) / 1000);
      System.out.println("databases " + databases.schemas().size());
    }
  }
}

package dev.litmus.runtime.soak;

import dev.litmus.runtime.internal.migration.MigrationKills;
import dev.litmus.runtime.soak.CopyKills.Aim;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/** Tries to break every promise of the runtime, and prints one table and one line of JSON. See {@code docs/reliability.md}. */
final class SoakRun {

  private SoakRun() {}

  /** All parts, in the order of the table; each can be run once. */
  static List<Part> parts() {
    return List.of(
        new WriterKills(),
        MigrationKills.bothWays(),
        new CopyKills(Aim.BACKUP),
        new CopyKills(Aim.RESTORE),
        new PairsUnderLoad(),
        new StatementFaults(),
        new HostileTexts(),
        new ModelledOperations());
  }

  /**
   * Arguments: the rounds of each part, the seed, and a word of the name of a part, when not all of them are to run. Exits with 1
   * when a promise was broken.
   */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    int rounds = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    List<Part> parts = parts().stream()
        .filter(part -> arguments.length < 3 || part.name().contains(arguments[2]))
        .toList();
    Path folder = Files.createTempDirectory("litmus-soak");
    SoakReport report = run(parts, rounds, seed, folder);
    System.out.println(report.table());
    System.out.println(report.json());
    if (!report.holds()) {
      System.out.println("the files of what is broken are in " + folder);
      System.exit(1);
    }
    delete(folder);
  }

  static SoakReport run(List<Part> parts, int rounds, long seed, Path folder) throws IOException {
    List<SoakReport.Row> rows = new ArrayList<>();
    for (Part part : parts) {
      Path own = Files.createDirectories(folder.resolve(part.name().replace(' ', '-')));
      long begin = System.nanoTime();
      Tally tally = run(part, rounds, seed, own);
      rows.add(new SoakReport.Row(
          part.name(), rounds, tally, (System.nanoTime() - begin) / 1_000_000_000.0));
      if (tally.holds()) {
        delete(own);
      }
      System.out.println(part.name() + (tally.holds() ? " …" : " … BROKEN"));
    }
    return new SoakReport(seed, rows);
  }

  /** A part that cannot go on is broken, and no reason not to run the others. */
  private static Tally run(Part part, int rounds, long seed, Path folder) {
    try {
      return part.run(rounds, seed, folder);
    } catch (Exception | AssertionError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new Tally(0, 0, 1, 0, 0, List.of("broken: could not go on: " + trace), List.of());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}

package dev.litmus.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go, as a command's options say: tables to the screen and into CSV files, plots into a folder if one is named. */
public final class Results {

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description = "Folder of the CSV files; ${DEFAULT-VALUE} by default.")
  private Path csv = Path.of("target", "results");

  @Option(names = "--plots", paramLabel = "DIR", description = "Folder of the plots, as SVG.")
  private @Nullable Path plots;

  /** Shows a table, and writes it under a name. */
  public void show(String name, Table table) throws IOException {
    table.print(System.out);
    table.csv(csv.resolve(name + ".csv"));
  }

  /** Writes a plot under a name, if plots are wanted. */
  public void show(String name, Plot plot) throws IOException {
    if (plots != null) {
      plot.svg(plots.resolve(name + ".svg"));
    }
  }
}

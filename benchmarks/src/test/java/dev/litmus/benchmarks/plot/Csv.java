package dev.litmus.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a benchmark has written, column by column. None of what tests look at has a comma in it. */
public final class Csv {

  private final List<List<String>> lines;

  private Csv(List<List<String>> lines) {
    this.lines = lines;
  }

  public static Csv read(Path file) throws IOException {
    return new Csv(Files.readAllLines(file).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList());
  }

  public List<String> column(String name) {
    int index = lines.get(0).indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("there is no column " + name + " in " + lines.get(0));
    }
    return lines.stream().skip(1).map(line -> line.get(index)).toList();
  }

  public List<Double> numbers(String name) {
    return column(name).stream().map(Double::valueOf).toList();
  }
}

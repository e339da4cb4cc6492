package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The process of a contender that runs on Java. It says {@code ready VERSION}, and then for each line {@code run WORKLOAD
 * MILLISECONDS} an {@link Answer}; it ends with its standard input.
 */
final class Child {

  private Child() {}

  /**
   * Serves until nobody asks any more.
   *
   * @param arguments the contender, and the folder of its files
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    // What libraries print must not get between the answers.
    PrintStream answers = System.out;
    System.setOut(System.err);
    JavaContender contender = JavaContender.of(arguments[0]);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Slices slices = new Slices(contender, new DataFiles(Path.of(arguments[1])))) {
      answers.println("ready " + contender.version());
      String line = asked.readLine();
      while (line != null) {
        String[] words = line.split(" ", -1);
        answers.println(
            slices.run(Workload.of(words[1]), Long.parseLong(words[2])).line());
        line = asked.readLine();
      }
    }
  }
}

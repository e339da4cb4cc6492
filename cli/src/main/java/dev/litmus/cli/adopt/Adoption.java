package dev.litmus.cli.adopt;

import java.util.List;

/**
 * What became of a folder of another tool.
 *
 * @param files the migrations as Litmus has them, in the order of their versions; none when there is a problem
 * @param problems what keeps the folder from being taken over, a sentence each, with the file
 */
public record Adoption(List<ForeignFile> files, List<String> problems) {

  public Adoption {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}

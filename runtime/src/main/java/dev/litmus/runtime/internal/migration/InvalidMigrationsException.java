package dev.litmus.runtime.internal.migration;

import java.util.List;
import java.util.stream.Collectors;

/** The files of a schema are not a chain of migrations. Carries every problem of every file, not only the first. */
public final class InvalidMigrationsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String schema;
  private final transient List<MigrationProblem> problems;

  InvalidMigrationsException(String schema, List<MigrationProblem> problems) {
    super(problems.stream()
        .map(problem -> "\n  " + problem)
        .collect(Collectors.joining("", "the migrations of `" + schema + "` are invalid:", "")));
    this.schema = schema;
    this.problems = List.copyOf(problems);
  }

  public String schema() {
    return schema;
  }

  /** In the order of files and lines; never empty. */
  public List<MigrationProblem> problems() {
    return problems;
  }
}

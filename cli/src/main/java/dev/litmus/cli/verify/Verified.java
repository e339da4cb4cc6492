package dev.litmus.cli.verify;

import dev.litmus.cli.schema.CommandLineOrigin;
import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.processor.evolution.MigrationProofs;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the migrations of one database.
 *
 * @param database its name
 * @param version that of the newest migration; empty when they cannot be applied
 * @param problems what is wrong with them, warnings among it
 */
public record Verified(String database, OptionalLong version, List<Problem> problems) {

  public Verified {
    problems = List.copyOf(problems);
  }

  /**
   * Reads and applies all migrations of a database, in memory, and proves of them what a build proves.
   *
   * @param notes whether what is no mistake is said, too
   * @throws SchemaException when there are none
   */
  public static Verified of(
      Path migrations, String database, ApplicationFunctions functions, boolean notes)
      throws SchemaException, SQLException {
    Checked<Schema> checked = new MigratedSchema(migrations, database, functions).check();
    Optional<Schema> made = checked.value();
    if (made.isEmpty()) {
      return new Verified(database, OptionalLong.empty(), checked.problems());
    }
    try (Schema schema = made.get()) {
      List<Problem> problems = new ArrayList<>(checked.problems());
      MigrationProofs.of(schema, CommandLineOrigin.HERE).stream()
          .filter(problem -> notes || problem.code().severity() != Severity.NOTE)
          .forEach(problems::add);
      return new Verified(database, OptionalLong.of(schema.version()), problems);
    }
  }

  /** Whether a build accepts them; it may warn of something. */
  public boolean isValid() {
    return !Problem.anyError(problems);
  }
}

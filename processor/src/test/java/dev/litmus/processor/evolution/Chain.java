package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.schema.MigrationPlaces;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A chain of migrations in files, and what is said of it. */
final class Chain {

  private static final Origin NOWHERE = new Origin() {};

  private Chain() {}

  /** Writes migrations, the first with version 1, and proves them; notes, which nobody asks for, left out. */
  static List<Problem> prove(Path root, String... migrations) throws IOException, SQLException {
    return withoutNotes(proveWithNotes(root, migrations));
  }

  static List<Problem> proveWithNotes(Path root, String... migrations)
      throws IOException, SQLException {
    Path folder = Files.createDirectories(root.resolve("shop"));
    for (int i = 0; i < migrations.length; i++) {
      Files.writeString(folder.resolve("00" + (i + 1) + "_step.sql"), migrations[i]);
    }
    return proveAll(root, "shop");
  }

  static List<Problem> proveFolder(Path root, String database) throws SQLException {
    return withoutNotes(proveAll(root, database));
  }

  private static List<Problem> withoutNotes(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.code().severity() != Severity.NOTE)
        .toList();
  }

  private static List<Problem> proveAll(Path root, String database) throws SQLException {
    try (SchemaCatalog catalog =
        new SchemaCatalog(new MigrationPlaces(Optional.of(root), List.of()))) {
      Checked<Schema> schema = catalog.schema(database, NOWHERE);
      if (schema.value().isEmpty()) {
        throw new AssertionError(texts(schema.problems()));
      }
      return MigrationProofs.of(schema.value().get(), NOWHERE);
    }
  }

  static List<String> texts(List<Problem> problems) {
    return problems.stream().map(ProblemText::render).toList();
  }
}

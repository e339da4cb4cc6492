package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.schema.MigrationPlaces;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaCatalog;
import dev.litmus.processor.schema.SchemaScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Schemas of tests, from scripts and from folders of migrations. */
final class Schemas {

  static final Origin HERE = new Origin() {};

  private Schemas() {}

  static Schema script(String sql) throws Exception {
    return SchemaScript.run("shop", sql);
  }

  static List<SchemaObject> pieces(String sql) throws Exception {
    try (Schema schema = script(sql)) {
      return SchemaPieces.of(schema);
    }
  }

  /** Returns what a folder of migrations makes; empty when it is one that fails. Closing the schema is enough. */
  static Optional<Schema> migrated(Path folder) throws Exception {
    SchemaCatalog catalog = new SchemaCatalog(new MigrationPlaces(
        Optional.of(folder.toAbsolutePath().normalize().getParent()), List.of()));
    Checked<Schema> schema = catalog.schema(folder.getFileName().toString(), HERE);
    assertThat(schema.value().isPresent()).isEqualTo(schema.problems().isEmpty());
    return schema.value();
  }
}

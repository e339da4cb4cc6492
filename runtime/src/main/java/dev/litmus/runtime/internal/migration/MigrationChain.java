package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.util.List;

/** STUB. */
public final class MigrationChain {
  private final String schema;
  private final List<MigrationFile> files;

  private MigrationChain(String schema, List<MigrationFile> files) {
    this.schema = schema;
    this.files = files;
  }

  public static MigrationChain read(String schema, MigrationSource source)
      throws InvalidMigrationsException, IOException {
    List<MigrationFile> files = source.files();
    for (MigrationFile file : files) {
      if (!file.text().contains("-- Up")) {
        throw new InvalidMigrationsException(file.name() + ": no -- Up");
      }
    }
    return new MigrationChain(schema, files);
  }

  public String schema() {
    return schema;
  }

  List<MigrationFile> files() {
    return files;
  }
}

package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of one schema come from. */
public interface MigrationSource {

  /** All files of the schema, in no particular order, also those that are not named as a migration should be. */
  List<MigrationFile> files() throws IOException;

  /**
   * The SQL files directly in a folder that is named like its schema.
   *
   * @param folder an absolute path: the working directory of a build tool says nothing about the project
   */
  static MigrationSource directory(Path folder) {
    return new MigrationDirectory(folder);
  }

  /**
   * The files that an index resource names, one per line; blank lines and lines starting with # do not count. They lie
   * in the folder of the index's own name: {@code chat.index} lists {@code chat/001_initial.sql}. The index is needed
   * because neither a class loader nor a compiler can list a folder of a jar.
   *
   * @return empty when there is no such index
   * @throws IOException when it is there but cannot be read
   */
  static Optional<MigrationSource> index(String indexPath, ResourceReader reader)
      throws IOException {
    return MigrationIndex.open(indexPath, reader);
  }
}

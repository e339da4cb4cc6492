package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The migrations in a jar, by the index that lists them. */
record MigrationIndex(String folder, List<String> names, ResourceReader reader)
    implements MigrationSource {

  private static final String SUFFIX = ".index";

  static Optional<MigrationSource> open(String indexPath, ResourceReader reader)
      throws IOException {
    if (!indexPath.endsWith(SUFFIX)) {
      throw new IllegalArgumentException("not an index: " + indexPath);
    }
    String text = reader.read(indexPath);
    if (text == null) {
      return Optional.empty();
    }
    String folder = indexPath.substring(0, indexPath.length() - SUFFIX.length());
    List<String> names = text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
    return Optional.of(new MigrationIndex(folder, names, reader));
  }

  @Override
  public List<MigrationFile> files() throws IOException {
    String schema = folder.substring(folder.lastIndexOf('/') + 1);
    List<MigrationFile> files = new ArrayList<>();
    for (String name : names) {
      @Nullable String text = reader.read(folder + "/" + name);
      if (text == null) {
        throw new IOException("`" + folder + SUFFIX + "` lists `" + name + "`, but `" + folder + "/"
            + name + "` is not there");
      }
      files.add(new MigrationFile(name, schema + "/" + name, text));
    }
    return List.copyOf(files);
  }
}

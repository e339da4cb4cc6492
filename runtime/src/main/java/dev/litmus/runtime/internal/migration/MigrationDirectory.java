package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of migrations on disk. */
record MigrationDirectory(Path folder) implements MigrationSource {

  MigrationDirectory {
    if (!folder.isAbsolute()) {
      throw new IllegalArgumentException("not an absolute path: " + folder);
    }
  }

  @Override
  public List<MigrationFile> files() throws IOException {
    List<MigrationFile> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(MigrationDirectory::isSql).sorted().toList()) {
        files.add(read(entry));
      }
    }
    return List.copyOf(files);
  }

  /** {@code 002_x.SQL} is taken as well, to be refused by name and not to be overlooked. */
  private static boolean isSql(Path entry) {
    return Files.isRegularFile(entry)
        && entry.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  private MigrationFile read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String location = root() + folder.getFileName() + "/" + name;
    try {
      return new MigrationFile(name, location, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IOException("`" + location + "` is not UTF-8", e);
    }
  }

  /** The folder of all schemas, so that messages show {@code migrations/chat/001_initial.sql}. */
  private String root() {
    Path parent = folder.getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName() + "/";
  }
}

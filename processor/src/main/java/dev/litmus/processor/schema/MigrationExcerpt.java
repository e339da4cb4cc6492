package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Excerpt;
import dev.litmus.runtime.internal.migration.MigrationFile;
import java.util.List;
import java.util.Optional;

/** A line of a migration's file, to be shown in a message. */
final class MigrationExcerpt {

  private MigrationExcerpt() {}

  /** Underlines the whole line: a migration's messages know no columns. */
  static Excerpt line(List<MigrationFile> files, String location, int line) {
    String text = text(files, location);
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    String content = text.substring(start, end < 0 ? text.length() : end);
    int indent = content.length() - content.stripLeading().length();
    return new Excerpt(
        "in " + location, text, start + indent, start + content.stripTrailing().length());
  }

  static String text(List<MigrationFile> files, String location) {
    Optional<MigrationFile> file =
        files.stream().filter(f -> f.location().equals(location)).findFirst();
    return file.map(MigrationFile::text).orElse("");
  }
}

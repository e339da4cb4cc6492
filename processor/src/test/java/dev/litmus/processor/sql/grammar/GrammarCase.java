package dev.litmus.processor.sql.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of {@code src/test/grammar/<area>.sql}. Each is introduced by a line {@code -- rule: what is special},
 * which names the rule of SQLite's syntax diagrams that it is for; a line {@code -- refused: words of the message} below
 * says that the grammar has it and SQLite refuses it for what it means.
 *
 * @param refused part of SQLite's message; empty when SQLite accepts it
 */
record GrammarCase(String area, String rule, String refused, String sql) {

  static final Path FOLDER = Path.of("src/test/grammar");
  private static final String SCHEMA = "schema.sql";
  private static final String COMMENT = "-- ";
  private static final String REFUSED = "-- refused: ";

  static List<GrammarCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".sql") && !file.endsWith(SCHEMA))
          .sorted()
          .flatMap(GrammarCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String schema() {
    try {
      return Files.readString(FOLDER.resolve(SCHEMA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<GrammarCase> read(Path file) {
    String area = file.getFileName().toString().replace(".sql", "");
    List<GrammarCase> cases = new ArrayList<>();
    try {
      String rule = "";
      String refused = "";
      StringBuilder sql = new StringBuilder();
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(REFUSED)) {
          refused = line.substring(REFUSED.length());
        } else if (line.startsWith(COMMENT)) {
          add(cases, area, rule, refused, sql);
          rule = line.substring(COMMENT.length());
          refused = "";
        } else {
          sql.append(line).append('\n');
        }
      }
      add(cases, area, rule, refused, sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream();
  }

  private static void add(
      List<GrammarCase> cases, String area, String rule, String refused, StringBuilder sql) {
    if (!sql.isEmpty()) {
      cases.add(new GrammarCase(area, rule, refused, sql.toString().strip()));
      sql.setLength(0);
    }
  }

  @Override
  public String toString() {
    return area + ": " + rule;
  }
}

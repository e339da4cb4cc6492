package dev.litmus.cli.adopt;

import java.util.Optional;

/**
 * A migration as Litmus writes it down.
 *
 * @param version its number, as the other tool's file has it
 * @param name letters, digits, underscores and hyphens
 * @param up what applies it, without markers
 * @param down what undoes it; empty when the other tool's files do not say
 */
record AdoptedMigration(String version, String name, String up, Optional<String> down) {

  /** A name of a file may have none of the other characters. */
  static String nameOf(String words) {
    String name = words.strip().replaceAll("[^A-Za-z0-9_-]+", "_");
    return name.isEmpty() ? "migration" : name;
  }

  ForeignFile file() {
    String back = down.map(sql -> "\n-- Down\n" + lines(sql)).orElse("");
    return new ForeignFile(version + "_" + name + ".sql", "-- Up\n" + lines(up) + back);
  }

  private static String lines(String sql) {
    String text = sql.strip();
    return text.isEmpty() ? "" : text + "\n";
  }
}

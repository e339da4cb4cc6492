package dev.litmus.cli.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file for both directions, with comment lines that tell them apart: {@code -- +goose Up}, {@code -- +migrate Up}, {@code
 * -- migrate:up}.
 *
 * @see <a href="https://pressly.github.io/goose/documentation/annotations/">goose: annotations</a>
 * @see <a href="https://github.com/amacneil/dbmate#creating-migrations">dbmate: migrations</a>
 */
final class MarkedFiles implements ForeignTool.Format {

  private static final Pattern NAME = Pattern.compile("(\\d+)_(.+)\\.sql");

  private final String prefix;
  private final Pattern marker;

  /**
   * Reads files of one tool.
   *
   * @param prefix what its comment lines begin with, behind the hyphens
   */
  MarkedFiles(String prefix) {
    this.prefix = prefix;
    this.marker = Pattern.compile(
        "--\\s*" + Pattern.quote(prefix) + "\\s*(.+?)\\s*", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public boolean isOne(ForeignFile file) {
    return NAME.matcher(file.name()).matches()
        && file.text().lines().anyMatch(line -> marker.matcher(line.strip()).matches());
  }

  @Override
  public List<AdoptedMigration> read(List<ForeignFile> files, List<String> problems) {
    List<AdoptedMigration> migrations = new ArrayList<>();
    for (ForeignFile file : files) {
      Matcher name = NAME.matcher(file.name());
      if (name.matches()) {
        migrations.add(new Reading(file, problems)
            .read(name.group(1), AdoptedMigration.nameOf(name.group(2))));
      }
    }
    return migrations;
  }

  /** Goes over the lines of one file. */
  private final class Reading {

    private final ForeignFile file;
    private final List<String> problems;
    private final StringBuilder up = new StringBuilder();
    private final StringBuilder down = new StringBuilder();
    private Optional<StringBuilder> part = Optional.empty();
    private boolean undone;

    Reading(ForeignFile file, List<String> problems) {
      this.file = file;
      this.problems = problems;
    }

    AdoptedMigration read(String version, String name) {
      file.text().lines().forEach(this::line);
      return new AdoptedMigration(
          version, name, up.toString(), undone ? Optional.of(down.toString()) : Optional.empty());
    }

    private void line(String line) {
      Matcher matcher = marker.matcher(line.strip());
      if (matcher.matches()) {
        marked(matcher.group(1).toLowerCase(Locale.ROOT), line.strip());
      } else if (part.isPresent()) {
        part.get().append(line).append('\n');
      } else if (!line.isBlank() && !line.strip().startsWith("--")) {
        problems.add("`" + file.name() + "` has SQL before its first `-- " + prefix
            + "` line, which its tool does not run: `" + line.strip() + "`");
      }
    }

    private void marked(String word, String line) {
      if (word.equals("up") || word.startsWith("up ")) {
        part = Optional.of(up);
        options(word, line);
      } else if (word.equals("down") || word.startsWith("down ")) {
        part = Optional.of(down);
        undone = true;
        options(word, line);
      } else if (!word.equals("statementbegin") && !word.equals("statementend")) {
        // Where a statement ends is told by SQL here, so that triggers need no lines around them.
        problems.add("`" + file.name() + "` has `" + line + "`, which has no counterpart here");
      }
    }

    /** A migration here is a transaction, always. */
    private void options(String word, String line) {
      if (word.contains(" ")) {
        problems.add("`" + file.name() + "` has `" + line
            + "`: a migration here is one transaction, always");
      }
    }
  }
}

package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file: its name, its lexical soundness, its parts, its statements, in this order. Judges only what SQLite would
 * not refuse by itself, or would refuse too late: whether the SQL is right is the engine's business.
 */
final class MigrationParser {

  private static final Pattern NAME = Pattern.compile("(\\d+)_([A-Za-z0-9_-]+)\\.sql");

  private final MigrationFile file;
  private final String sql;
  private final Lines lines;
  private final List<MigrationProblem> problems = new ArrayList<>();

  /**
   * What became of one file.
   *
   * @param migration null when the file is misnamed, and so has no version
   * @param problems what is wrong with the file; with any, the migration is good for its version only
   */
  record Result(@Nullable Migration migration, List<MigrationProblem> problems) {}

  private MigrationParser(MigrationFile file) {
    this.file = file;
    this.sql = file.text();
    this.lines = new Lines(sql);
  }

  static Result parse(MigrationFile file) {
    MigrationParser parser = new MigrationParser(file);
    Migration migration = parser.run();
    return new Result(migration, List.copyOf(parser.problems));
  }

  private @Nullable Migration run() {
    Matcher name = NAME.matcher(file.name());
    OptionalLong version = version(name);
    List<Token> tokens = Tokenizer.tokenize(sql);
    if (tokens.isEmpty()) {
      problem(0, "the file is empty", "delete it, or say in a comment why there is nothing to do");
    }
    int nul = sql.indexOf('\0');
    if (nul >= 0) {
      problem(
          lines.at(nul),
          "a NUL character, at which SQLite would stop reading the statement",
          "remove it; where a text needs one, write `char(0)`");
    }
    tokens.forEach(this::checkToken);
    MigrationParts parts = MigrationParts.of(file, tokens, lines);
    problems.addAll(parts.problems());
    List<MigrationStatement> up = statements(parts.up());
    List<MigrationStatement> down = statements(parts.down());
    return version.isEmpty()
        ? null
        : new Migration(
            version.getAsLong(),
            first(parts, version.getAsLong()),
            name.group(2),
            file.location(),
            up,
            undoing(parts, down),
            MigrationChecksum.of(up));
  }

  /** What a squash stands for ends with its own version, which a database that has them all is at. */
  private long first(MigrationParts parts, long version) {
    MigrationParts.Squash squash = parts.squash();
    if (squash == null) {
      return version;
    }
    try {
      long first = Long.parseLong(squash.first());
      if (first < version && Long.parseLong(squash.last()) == version) {
        return first;
      }
    } catch (NumberFormatException e) {
      // Above the largest version, and so not this one.
    }
    problem(
        squash.line(),
        "version " + version + " cannot stand for " + squash.first() + "-" + squash.last(),
        "name the file after the last version that it stands for, and write `-- squashes <first>-"
            + version + "`");
    return version;
  }

  private Undoing undoing(MigrationParts parts, List<MigrationStatement> down) {
    MigrationParts.Irreversible marker = parts.irreversible();
    if (marker == null) {
      return down.isEmpty() ? new Undoing.Unsaid() : new Undoing.Statements(down);
    }
    if (!down.isEmpty()) {
      problem(
          marker.line(),
          "`-- irreversible` in a file that says how it is undone: line "
              + down.get(0).line() + " does",
          "delete the marker, or the statements below `-- Down`");
    }
    return new Undoing.Irreversible(marker.reason());
  }

  private OptionalLong version(Matcher name) {
    if (!name.matches()) {
      problem(
          0,
          "the file is not named like a migration",
          "name it `<version>_<name>.sql`, for example `002_add_branches.sql`");
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(name.group(1)));
    } catch (NumberFormatException e) {
      problem(0, "version " + name.group(1) + " is above the largest, " + Long.MAX_VALUE, null);
      return OptionalLong.empty();
    }
  }

  private void checkToken(Token token) {
    String text = token.text(sql);
    switch (token.kind()) {
      case INVALID -> {
        if (text.indexOf('\0') < 0) {
          problem(
              lines.at(token.start()), "SQLite does not recognise `" + shortened(text) + "`", null);
        }
      }
      case PARAMETER ->
        problem(
            lines.at(token.start()), "parameter `" + text + "` has no value in a migration", null);
      case BLOCK_COMMENT -> {
        if (text.length() < 4 || !text.endsWith("*/")) {
          problem(
              lines.at(token.start()),
              "the comment has no end, so nothing behind it would run",
              "close it with `*/`");
        }
      }
      case LINE_COMMENT -> {
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0 && carriageReturn < text.length() - 1) {
          problem(
              lines.at(token.start()),
              "a lone carriage return does not end a comment, so what follows would not run",
              "end lines with LF or CRLF");
        }
      }
      default -> {}
    }
  }

  private List<MigrationStatement> statements(SqlSpan part) {
    String text = part.text(sql);
    List<MigrationStatement> statements = new ArrayList<>();
    for (SqlSpan span : StatementSplitter.split(text)) {
      String statement = span.text(text);
      int line = lines.at(part.start() + span.start());
      checkAllowed(statement, line);
      statements.add(new MigrationStatement(statement, line));
    }
    return statements;
  }

  private void checkAllowed(String statement, int line) {
    ForbiddenStatement forbidden = ForbiddenStatement.find(statement);
    if (forbidden != null) {
      problem(line, forbidden.fact(), forbidden.help());
    }
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private void problem(int line, String fact, @Nullable String help) {
    problems.add(new MigrationProblem(file.location(), line, fact, help));
  }
}

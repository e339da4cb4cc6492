package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementBoundary;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the two parts of a migration file lie.
 *
 * <p>A marker is a whole line {@code -- Up} or {@code -- Down} between statements: not in a string or comment, in
 * parentheses or in a trigger. A comment such as {@code -- Downloads table} is none, and a line that only looks like
 * one is refused, because what should undo a migration would run with it. Without markers the whole file is Up.
 *
 * <p>A line {@code -- irreversible <reason>} says that there is no way back, and {@code -- squashes <first>-<last>} that the
 * file stands for others. They divide nothing and may stand wherever a marker may.
 *
 * @param up behind {@code -- Up}
 * @param down behind {@code -- Down}, or empty at the end of the file
 * @param irreversible what says that there is no way back, or null
 * @param squash what says that the file stands for others, or null
 * @param problems what is wrong with the markers; the parts mean nothing when there is any
 */
record MigrationParts(
    SqlSpan up,
    SqlSpan down,
    @Nullable Irreversible irreversible,
    @Nullable Squash squash,
    List<MigrationProblem> problems) {

  private static final Pattern MARKER = Pattern.compile("-- (Up|Down)\\s*");
  private static final Pattern LIKE_A_MARKER = Pattern.compile(
      "--[-\\s]*(\\+goose\\s+|\\+migrate\\s+|migrate:|@)?(up|down)\\s*[:.;-]*\\s*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern IRREVERSIBLE = Pattern.compile("-- irreversible (\\S.*)");
  private static final Pattern LIKE_IRREVERSIBLE =
      Pattern.compile("--[-\\s]*[@+]?irreversible\\b.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SQUASHES = Pattern.compile("-- squashes (\\d+)-(\\d+)");
  private static final Pattern LIKE_SQUASHES =
      Pattern.compile("--[-\\s]*[@+]?squash(es)?\\s*:?\\s*\\d.*", Pattern.CASE_INSENSITIVE);

  MigrationParts {
    problems = List.copyOf(problems);
  }

  /**
   * The marker of a migration that cannot be undone.
   *
   * @param reason why, as the file says
   * @param line where it stands, from 1
   */
  record Irreversible(String reason, int line) {}

  /**
   * The marker of a file that stands for others.
   *
   * @param first the digits of the first version
   * @param last the digits of the last version
   * @param line where it stands, from 1
   */
  record Squash(String first, String last, int line) {}

  static MigrationParts of(MigrationFile file, List<Token> tokens, Lines lines) {
    return new Scan(file, lines).run(tokens);
  }

  private static final class Scan {

    private final MigrationFile file;
    private final String sql;
    private final Lines lines;
    private final List<MigrationProblem> problems = new ArrayList<>();
    private @Nullable Token firstStatement;
    private @Nullable Token up;
    private @Nullable Token down;
    private @Nullable Irreversible irreversible;
    private @Nullable Squash squash;

    Scan(MigrationFile file, Lines lines) {
      this.file = file;
      this.sql = file.text();
      this.lines = lines;
    }

    MigrationParts run(List<Token> tokens) {
      StatementBoundary boundary = new StatementBoundary(sql);
      for (Token token : tokens) {
        if (token.kind() == TokenKind.LINE_COMMENT && !boundary.isNested() && isWholeLine(token)) {
          if (marker(token)) {
            boundary.restart();
          }
        } else if (!token.isComment() && firstStatement == null) {
          firstStatement = token;
        }
        boundary.endsWith(token);
      }
      if (up != null && firstStatement != null && firstStatement.start() < up.start()) {
        problem(firstStatement, "SQL before `-- Up` would never run", "move it below the marker");
      }
      int upStart = up == null ? 0 : up.end();
      int upEnd = down == null ? sql.length() : down.start();
      int downStart = down == null ? sql.length() : down.end();
      return new MigrationParts(
          new SqlSpan(Math.min(upStart, upEnd), upEnd),
          new SqlSpan(downStart, sql.length()),
          irreversible,
          squash,
          problems);
    }

    /** Takes note of a marker; false when the line is an ordinary comment. */
    private boolean marker(Token line) {
      String text = line.text(sql);
      if (isAtLineStart(line) && MARKER.matcher(text).matches()) {
        if (text.startsWith("-- Up")) {
          up(line);
        } else {
          down(line);
        }
        return true;
      }
      if (LIKE_IRREVERSIBLE.matcher(text.strip()).matches()) {
        irreversible(line, text.strip());
        return false;
      }
      if (LIKE_SQUASHES.matcher(text.strip()).matches()) {
        squashes(line, text.strip());
        return false;
      }
      if (LIKE_A_MARKER.matcher(text).matches()) {
        problem(
            line,
            "`" + text.strip() + "` looks like a marker but is none",
            "write `-- Up` or `-- Down` from the first column, with nothing else on the line");
      }
      return false;
    }

    private void up(Token line) {
      if (up != null) {
        problem(line, "a second `-- Up`; the first is on line " + lines.at(up.start()), null);
      } else if (down == null) {
        up = line;
      }
    }

    private void down(Token line) {
      if (down != null) {
        problem(line, "a second `-- Down`; the first is on line " + lines.at(down.start()), null);
        return;
      }
      if (up == null) {
        problem(
            line, "`-- Down` without `-- Up` before it", "begin the part to apply with `-- Up`");
      }
      down = line;
    }

    private void irreversible(Token line, String text) {
      Matcher marker = IRREVERSIBLE.matcher(text);
      if (!isAtLineStart(line) || !marker.matches()) {
        problem(
            line,
            text.replaceAll("(?i)[-@+\\s]|irreversible|[:.;]", "").isEmpty()
                ? "`" + text + "` does not say why"
                : "`" + text + "` looks like a marker but is none",
            "write `-- irreversible <reason>` from the first column");
      } else if (irreversible != null) {
        problem(
            line,
            "a second `-- irreversible`; the first is on line " + irreversible.line(),
            "say in one line why it cannot be undone");
      } else {
        irreversible = new Irreversible(marker.group(1), lines.at(line.start()));
      }
    }

    private void squashes(Token line, String text) {
      Matcher marker = SQUASHES.matcher(text);
      if (!isAtLineStart(line) || !marker.matches()) {
        problem(
            line,
            "`" + text + "` looks like a marker but is none",
            "write `-- squashes <first>-<last>` from the first column");
      } else if (squash != null) {
        problem(line, "a second `-- squashes`; the first is on line " + squash.line(), null);
      } else {
        squash = new Squash(marker.group(1), marker.group(2), lines.at(line.start()));
      }
    }

    private boolean isAtLineStart(Token line) {
      return line.start() == 0 || "\n\uFEFF".indexOf(sql.charAt(line.start() - 1)) >= 0;
    }

    private boolean isWholeLine(Token line) {
      int lineStart = sql.lastIndexOf('\n', line.start()) + 1;
      return sql.substring(lineStart, line.start()).isBlank() || isAtLineStart(line);
    }

    private void problem(Token token, String fact, @Nullable String help) {
      problems.add(new MigrationProblem(file.location(), lines.at(token.start()), fact, help));
    }
  }
}

package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file: its name, its lexical soundness, its parts, its statements, in this order. Judges only what SQLite would
 * not refuse by itself, or would refuse too late: whether the SQL is right is the engine's business.
 */
final class MigrationParser {

  private static final Pattern NAME = Pattern.compile("(\\d+)_([A-Za-z0-9_-]+)\\.sql");

  /** They end or escape the transaction that makes a migration all or nothing, or cannot run inside one. */
  private static final Set<String> FORBIDDEN = Set.of(
      "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "ATTACH", "DETACH");

  /**
   * Settings of the connection or of the file that the runtime relies on, or that stay in force after the migration. Not
   * {@code foreign_keys}: recipes for rebuilding tables contain it, and here it does nothing, for it is off already.
   */
  private static final Set<String> FORBIDDEN_PRAGMAS = Set.of(
      "busy_timeout",
      "ignore_check_constraints",
      "journal_mode",
      "locking_mode",
      "query_only",
      "read_uncommitted",
      "recursive_triggers",
      "synchronous",
      "wal_autocheckpoint",
      "wal_checkpoint",
      "writable_schema");

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
    tokens.forEach(this::checkToken);
    MigrationParts parts = MigrationParts.of(file, tokens, lines);
    problems.addAll(parts.problems());
    List<MigrationStatement> up = statements(parts.up());
    List<MigrationStatement> down = statements(parts.down());
    return version.isEmpty()
        ? null
        : new Migration(
            version.getAsLong(),
            name.group(2),
            file.location(),
            up,
            down,
            MigrationChecksum.of(up));
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
      case INVALID ->
        problem(
            lines.at(token.start()), "SQLite does not recognise `" + shortened(text) + "`", null);
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
    List<Token> words = Tokenizer.tokenize(statement).stream()
        .filter(token -> !token.isComment())
        .limit(4)
        .toList();
    for (String keyword : FORBIDDEN) {
      if (words.get(0).isKeyword(statement, keyword)) {
        problem(
            line,
            "`" + keyword + "` in a migration",
            "remove it: each migration is run in a transaction of its own");
      }
    }
    if (words.get(0).isKeyword(statement, "PRAGMA")) {
      String pragma = pragma(words, statement).toLowerCase(Locale.ROOT);
      if (FORBIDDEN_PRAGMAS.contains(pragma)) {
        problem(
            line,
            "`PRAGMA " + pragma + "` in a migration",
            "remove it: settings belong to the runtime, and this one would outlive the migration");
      }
    }
  }

  /** The name in {@code PRAGMA name} or {@code PRAGMA schema.name}. */
  private static String pragma(List<Token> words, String statement) {
    boolean qualified = words.size() == 4 && words.get(2).isOperator(statement, ".");
    int index = qualified ? 3 : 1;
    return index < words.size() && isName(words.get(index))
        ? words.get(index).identifier(statement)
        : "";
  }

  private static boolean isName(Token token) {
    return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private void problem(int line, String fact, @Nullable String help) {
    problems.add(new MigrationProblem(file.location(), line, fact, help));
  }
}

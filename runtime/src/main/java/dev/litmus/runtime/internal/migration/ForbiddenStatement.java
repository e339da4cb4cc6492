package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that SQLite would run, and that has no place in a migration.
 *
 * @param fact what it is
 * @param help what to do instead
 */
record ForbiddenStatement(String fact, String help) {

  /** They end or escape the transaction that makes a migration all or nothing, or cannot run inside one. */
  private static final Set<String> KEYWORDS = Set.of(
      "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "ATTACH", "DETACH");

  /**
   * Settings of the connection or of the process, which the file does not keep: they would be in force on the connection
   * that happens to migrate, and on no other. And those of the file that the runtime relies on. Not
   * {@code foreign_keys}: recipes for rebuilding tables contain it, and here it does nothing, for it is off already. Not
   * {@code defer_foreign_keys}, which ends with the transaction. Not {@code legacy_alter_table}, which ends with the
   * migration ({@link LegacyAlterTable}).
   */
  private static final Set<String> PRAGMAS = Set.of(
      "analysis_limit",
      "automatic_index",
      "busy_timeout",
      "cache_size",
      "cache_spill",
      "case_sensitive_like",
      "cell_size_check",
      "checkpoint_fullfsync",
      "count_changes",
      "data_store_directory",
      "empty_result_callbacks",
      "full_column_names",
      "fullfsync",
      "hard_heap_limit",
      "hexkey",
      "hexrekey",
      "ignore_check_constraints",
      "journal_mode",
      "journal_size_limit",
      "key",
      "locking_mode",
      "max_page_count",
      "mmap_size",
      "parser_trace",
      "query_only",
      "read_uncommitted",
      "recursive_triggers",
      "rekey",
      "reverse_unordered_selects",
      "schema_version",
      "secure_delete",
      "short_column_names",
      "soft_heap_limit",
      "synchronous",
      "temp_store",
      "temp_store_directory",
      "textkey",
      "textrekey",
      "threads",
      "trusted_schema",
      "vdbe_addoptrace",
      "vdbe_debug",
      "vdbe_listing",
      "vdbe_trace",
      "wal_autocheckpoint",
      "wal_checkpoint",
      "writable_schema");

  /** What SQLite takes of a file without a table, and ignores without a word later: the history is a table. */
  private static final Set<String> OF_EMPTY_FILES = Set.of("auto_vacuum", "encoding", "page_size");

  /** The encoding that files have, as SQLite calls it. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");

  /** What stands between CREATE and the name. */
  private static final Set<String> BEFORE_NAME =
      Set.of("UNIQUE", "VIRTUAL", "TABLE", "VIEW", "INDEX", "TRIGGER", "IF", "NOT", "EXISTS");

  /** Returns what is wrong with a statement, or null. */
  static @Nullable ForbiddenStatement find(String statement) {
    List<Token> words = Tokenizer.tokenize(statement).stream()
        .filter(token -> !token.isComment())
        .limit(8)
        .toList();
    String first = upper(words.get(0), statement);
    if (first.equals("EXPLAIN")) {
      return explained(words, statement);
    }
    if (KEYWORDS.contains(first)) {
      return new ForbiddenStatement(
          "`" + first + "` in a migration",
          "remove it: each migration is run in a transaction of its own");
    }
    return switch (first) {
      case "PRAGMA" -> pragma(words, statement);
      case "CREATE" -> temporary(words, statement);
      default -> null;
    };
  }

  /** It runs nothing, but SQLite changes most settings when a PRAGMA is only prepared. */
  private static @Nullable ForbiddenStatement explained(List<Token> words, String statement) {
    boolean plan = words.size() > 1 && upper(words.get(1), statement).equals("QUERY");
    List<Token> rest = words.subList(Math.min(plan ? 3 : 1, words.size()), words.size());
    return !rest.isEmpty() && upper(rest.get(0), statement).equals("PRAGMA")
        ? pragma(rest, statement)
        : null;
  }

  private static @Nullable ForbiddenStatement pragma(List<Token> words, String statement) {
    boolean qualified = words.size() >= 4 && words.get(2).isOperator(statement, ".");
    int at = qualified ? 3 : 1;
    String name = at < words.size() ? name(words.get(at), statement).toLowerCase(Locale.ROOT) : "";
    String fact = "`PRAGMA " + name + "` in a migration";
    if (PRAGMAS.contains(name)) {
      return new ForbiddenStatement(
          fact,
          "remove it: settings belong to the runtime, and this one would outlive the migration");
    }
    boolean ignored = OF_EMPTY_FILES.contains(name)
        && at + 2 < words.size()
        && !UTF_8.contains(value(words.get(at + 2), statement));
    return ignored
        ? new ForbiddenStatement(
            fact,
            "remove it: it counts only while a file has no table, and the history of migrations is one")
        : null;
  }

  /** What stands behind {@code =} or the parenthesis, without its quotes and in lower case. */
  private static String value(Token token, String statement) {
    return token.text(statement).replaceAll("^['\"`\\[]|['\"`\\]]$", "").toLowerCase(Locale.ROOT);
  }

  private static @Nullable ForbiddenStatement temporary(List<Token> words, String statement) {
    int at = 1;
    while (at < words.size() && BEFORE_NAME.contains(upper(words.get(at), statement))) {
      at++;
    }
    if (at >= words.size()) {
      return null;
    }
    boolean keyword = at == 1 && TEMPORARY.contains(upper(words.get(at), statement));
    boolean qualified = at + 1 < words.size()
        && name(words.get(at), statement).equalsIgnoreCase("temp")
        && words.get(at + 1).isOperator(statement, ".");
    return keyword || qualified
        ? new ForbiddenStatement(
            "a temporary object in a migration",
            "it would belong to the connection that migrates, and the database would not have it: create an ordinary"
                + " one, and drop it at the end if it is only for the migration")
        : null;
  }

  private static String upper(Token token, String statement) {
    return token.kind() == TokenKind.WORD ? token.text(statement).toUpperCase(Locale.ROOT) : "";
  }

  /** SQLite takes a text for a name as well, in single quotes. */
  private static String name(Token token, String statement) {
    return switch (token.kind()) {
      case WORD, QUOTED_IDENTIFIER -> token.identifier(statement);
      case STRING -> statement.substring(token.start() + 1, token.end() - 1).replace("''", "'");
      default -> "";
    };
  }
}

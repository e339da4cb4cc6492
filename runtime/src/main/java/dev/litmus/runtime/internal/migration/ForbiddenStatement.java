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
   * {@code defer_foreign_keys}, which ends with the transaction.
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
      "legacy_alter_table",
      "locking_mode",
      "max_page_count",
      "mmap_size",
      "parser_trace",
      "query_only",
      "read_uncommitted",
      "recursive_triggers",
      "rekey",
      "reverse_unordered_selects",
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

  private static @Nullable ForbiddenStatement pragma(List<Token> words, String statement) {
    String name = pragmaName(words, statement).toLowerCase(Locale.ROOT);
    return PRAGMAS.contains(name)
        ? new ForbiddenStatement(
            "`PRAGMA " + name + "` in a migration",
            "remove it: settings belong to the runtime, and this one would outlive the migration")
        : null;
  }

  /** The name in {@code PRAGMA name} or {@code PRAGMA schema.name}. */
  private static String pragmaName(List<Token> words, String statement) {
    boolean qualified = words.size() >= 4 && words.get(2).isOperator(statement, ".");
    int index = qualified ? 3 : 1;
    return index < words.size() ? name(words.get(index), statement) : "";
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

  private static String name(Token token, String statement) {
    return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER
        ? token.identifier(statement)
        : "";
  }
}

package dev.litmus.runtime.internal.dynamic;

import java.util.List;
import java.util.Set;

/**
 * Finds out what a statement does by its verb, and refuses what would end the transaction around it, change a connection
 * that others use after it, or hide tables from them.
 */
final class SqlKinds {

  private static final Set<String> TRANSACTION =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
  private static final Set<String> BEFORE_NAME = Set.of(
      "CREATE", "UNIQUE", "VIRTUAL", "TABLE", "VIEW", "INDEX", "TRIGGER", "IF", "NOT", "EXISTS");

  private SqlKinds() {}

  static SqlKind of(Words words) throws RefusedSqlException {
    String verb = words.keyword(0);
    if (TRANSACTION.contains(verb)) {
      throw new RefusedSqlException(
          "`" + verb + "` in dynamic SQL",
          "Use SqliteDatabase.transaction, which keeps the connection and its lock");
    }
    return switch (verb) {
      case "WITH" -> rows(mainVerb(words));
      case "EXPLAIN" -> explained(words);
      case "PRAGMA" -> Pragmas.kind(words, 0);
      case "CREATE" -> created(words);
      case "ALTER", "DROP", "ANALYZE", "REINDEX" -> SqlKind.SCHEMA;
      case "VACUUM" -> vacuum(words);
      case "ATTACH", "DETACH" ->
        throw new RefusedSqlException(
            "`" + verb + "` in dynamic SQL", "Open the other file as a database of its own");
      default -> rows(verb);
    };
  }

  private static SqlKind rows(String verb) {
    return switch (verb) {
      case "SELECT", "VALUES" -> SqlKind.QUERY;
      case "INSERT", "REPLACE" -> SqlKind.INSERT;
      case "UPDATE", "DELETE" -> SqlKind.CHANGE;
      default -> SqlKind.UNKNOWN;
    };
  }

  /** The verb follows the parenthesis that closes the last common table; AS follows that of its columns. */
  private static String mainVerb(Words words) {
    for (int place : words.outermost()) {
      String word = words.keyword(place);
      if (words.isOperator(place - 1, ")") && !word.isEmpty() && !word.equals("AS")) {
        return word;
      }
    }
    return "";
  }

  /** What is explained does not run, except that some pragmas take effect when they are only prepared. */
  private static SqlKind explained(Words words) throws RefusedSqlException {
    boolean plan = words.keyword(1).equals("QUERY") && words.keyword(2).equals("PLAN");
    int place = plan ? 3 : 1;
    if (words.keyword(place).equals("PRAGMA") && Pragmas.kind(words, place) != SqlKind.QUERY) {
      throw new RefusedSqlException(
          "a pragma that changes something is explained", "Leave the EXPLAIN away");
    }
    return SqlKind.QUERY;
  }

  /** Temporary tables live on the connection that writes, invisible to the readers and before tables of their name. */
  private static SqlKind created(Words words) throws RefusedSqlException {
    int name = 0;
    while (BEFORE_NAME.contains(words.keyword(name))) {
      name++;
    }
    boolean temporary = words.keyword(1).equals("TEMP")
        || words.keyword(1).equals("TEMPORARY")
        || (words.name(name).equals("temp") && words.isOperator(name + 1, "."));
    if (temporary) {
      throw new RefusedSqlException(
          "a temporary table, view or trigger would stay on the connection that writes, unseen by those that read",
          "Use WITH for the length of one statement, or an ordinary table");
    }
    return SqlKind.SCHEMA;
  }

  private static SqlKind vacuum(Words words) throws RefusedSqlException {
    for (int place : List.of(1, 2)) {
      if (words.keyword(place).equals("INTO")) {
        throw new RefusedSqlException(
            "`VACUUM INTO` in dynamic SQL", "Dynamic SQL writes no other files");
      }
    }
    return SqlKind.VACUUM;
  }
}

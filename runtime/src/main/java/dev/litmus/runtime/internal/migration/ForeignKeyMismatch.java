package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A foreign key whose target is not unique. SQLite takes the declaration, and notices when it looks for rows that violate it; so it
 * names the tables and no statement.
 *
 * <p>Source: <a href="https://sqlite.org/foreignkeys.html#fk_indexes">required and suggested indexes</a>.
 */
final class ForeignKeyMismatch {

  private static final Pattern WORDS =
      Pattern.compile("foreign key mismatch - \"(.*)\" referencing \"(.*)\"", Pattern.DOTALL);

  private ForeignKeyMismatch() {}

  /** Returns the failure of a look at foreign keys after statements, at the one that is to blame where that is known. */
  static MigrationFailedException explain(
      Migration migration, List<MigrationStatement> statements, SQLException e) {
    Matcher matcher = WORDS.matcher(SqliteWords.of(e));
    if (!matcher.matches()) {
      return MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e);
    }
    String child = matcher.group(1);
    String parent = matcher.group(2);
    return last(statements, sql -> names(sql, child) && names(sql, parent))
        // A table that is made under another name first, and renamed.
        .or(() -> last(statements, sql -> refers(sql) && names(sql, parent)))
        // Without the key here, its target was changed.
        .or(() -> last(statements, sql -> names(sql, parent)))
        .or(() -> last(statements, sql -> names(sql, child)))
        .map(statement -> MigrationFailedException.atStatement(migration, statement, e))
        .orElseGet(() -> MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e));
  }

  private static Optional<MigrationStatement> last(
      List<MigrationStatement> statements, Predicate<String> wanted) {
    return statements.stream()
        .filter(statement -> isDefinition(statement.sql()) && wanted.test(statement.sql()))
        .reduce((earlier, later) -> later);
  }

  private static boolean isDefinition(String sql) {
    return Tokenizer.tokenize(sql).stream()
        .filter(token -> !token.isComment())
        .findFirst()
        .filter(first -> first.isKeyword(sql, "CREATE")
            || first.isKeyword(sql, "ALTER")
            || first.isKeyword(sql, "DROP"))
        .isPresent();
  }

  private static boolean refers(String sql) {
    return Tokenizer.tokenize(sql).stream().anyMatch(token -> token.isKeyword(sql, "REFERENCES"));
  }

  private static boolean names(String sql, String table) {
    return Tokenizer.tokenize(sql).stream()
        .filter(ForeignKeyMismatch::isName)
        .anyMatch(token -> token.identifier(sql).equalsIgnoreCase(table));
  }

  private static boolean isName(Token token) {
    return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
  }
}

package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key whose target is not unique, so that rows with it can neither be written nor checked. SQLite takes the declaration,
 * and notices when it looks for rows that violate it; it names the tables then, and no statement. A later migration may put it
 * right, so that it is no failure before the last.
 *
 * <p>Source: <a href="https://sqlite.org/foreignkeys.html#fk_indexes">required and suggested indexes</a>.
 *
 * @param migration after which it was there first
 * @param reported what SQLite said
 */
record ForeignKeyMismatch(Migration migration, SQLException reported) {

  private static final Pattern WORDS =
      Pattern.compile("foreign key mismatch - \"(.*)\" referencing \"(.*)\"", Pattern.DOTALL);
  private static final String LOOK = "SELECT count(*) FROM pragma_foreign_key_check";

  /**
   * Looks for one.
   *
   * @param migration the last that was applied
   * @param before what was found before that, or null
   * @return the same when it is still there; null when there is none
   */
  static @Nullable ForeignKeyMismatch find(
      Connection connection, Migration migration, @Nullable ForeignKeyMismatch before)
      throws SQLException {
    try {
      MigrationStep.run(connection, LOOK);
      return null;
    } catch (SQLException e) {
      if (!is(e)) {
        throw e;
      }
      boolean same = before != null && SqliteWords.of(before.reported).equals(SqliteWords.of(e));
      return same ? before : new ForeignKeyMismatch(migration, e);
    }
  }

  /** Tells whether a look at foreign keys has failed because of one. */
  static boolean is(SQLException e) {
    return WORDS.matcher(SqliteWords.of(e)).matches();
  }

  /** Returns the failure of its migration, at the statement that is to blame where that is known. */
  MigrationFailedException failure() {
    Matcher matcher = WORDS.matcher(SqliteWords.of(reported));
    if (!matcher.matches()) {
      return MigrationFailedException.ofWhole(migration, SqliteWords.of(reported), reported);
    }
    List<MigrationStatement> statements = migration.up();
    String child = matcher.group(1);
    String parent = matcher.group(2);
    return last(statements, sql -> names(sql, child) && names(sql, parent))
        // A table that is made under another name first, and renamed.
        .or(() -> last(statements, sql -> refers(sql) && names(sql, parent)))
        // Without the key here, its target was changed.
        .or(() -> last(statements, sql -> names(sql, parent)))
        .or(() -> last(statements, sql -> names(sql, child)))
        .map(statement -> MigrationFailedException.atStatement(migration, statement, reported))
        .orElseGet(
            () -> MigrationFailedException.ofWhole(migration, SqliteWords.of(reported), reported));
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

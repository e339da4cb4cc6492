package dev.litmus.runtime.internal.dynamic;

import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import dev.litmus.runtime.internal.statement.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One statement that is known only at run time, and may run. Immutable. */
public final class DynamicSql {

  private static final int LONGEST_OUTLINE = 200;
  private static final int LONGEST_NAME = 100;
  private static final Set<TokenKind> VALUES =
      Set.of(TokenKind.STRING, TokenKind.BLOB, TokenKind.NUMBER);

  private final String text;
  private final List<Token> tokens;
  private final SqlKind kind;
  private final boolean returning;
  private final boolean upsert;
  private final List<NamedParameter> parameters;

  private DynamicSql(String text) throws RefusedSqlException {
    this.text = text;
    this.tokens = Tokenizer.tokenize(text);
    Words words = new Words(text, tokens);
    this.kind = SqlKinds.of(words);
    this.returning = (kind == SqlKind.INSERT || kind == SqlKind.CHANGE)
        && words.outermost().stream().anyMatch(place -> words.keyword(place).equals("RETURNING"));
    this.upsert = words.outermost().stream()
        .anyMatch(place ->
            words.keyword(place).equals("DO") && words.keyword(place + 1).equals("UPDATE"));
    this.parameters = NamedParameters.find(text, words);
  }

  /** Reads a text that has to be one statement; a semicolon and comments around it are dropped. */
  public static DynamicSql statement(String sql) throws RefusedSqlException {
    List<SqlSpan> spans = split(sql);
    if (spans.size() != 1) {
      throw new RefusedSqlException(
          spans.isEmpty() ? "there is no statement" : "there are " + spans.size() + " statements",
          spans.isEmpty() ? "Pass one" : "Pass one at a time, or all of them to `raw`");
    }
    return new DynamicSql(spans.get(0).text(sql));
  }

  /** Reads a text of any number of statements, which have no parameters. */
  public static List<DynamicSql> script(String sql) throws RefusedSqlException {
    List<DynamicSql> statements = new ArrayList<>();
    for (SqlSpan span : split(sql)) {
      DynamicSql statement = new DynamicSql(span.text(sql));
      if (!statement.parameters.isEmpty()) {
        throw new RefusedSqlException(
            "the parameter `" + statement.parameters.get(0).name() + "` has no value in a script",
            "Run the statement alone, with `execute`");
      }
      statements.add(statement);
    }
    if (statements.size() > 1 && statements.stream().anyMatch(s -> s.kind == SqlKind.VACUUM)) {
      throw new RefusedSqlException(
          "`VACUUM` in a script, which is one transaction", "Run it alone, outside transactions");
    }
    return List.copyOf(statements);
  }

  private static List<SqlSpan> split(String sql) throws RefusedSqlException {
    // SQLite reads to the first NUL, and the driver writes half a character as a question mark.
    if (sql.indexOf('\0') >= 0 || Texts.unpairedSurrogate(sql) >= 0) {
      throw new RefusedSqlException(
          "the SQL holds NUL or half of a character (an unpaired surrogate)",
          "Give values as parameters");
    }
    for (Token token : Tokenizer.tokenize(sql)) {
      boolean endless = token.kind() == TokenKind.BLOCK_COMMENT
          && (token.end() - token.start() < 4 || !sql.startsWith("*/", token.end() - 2));
      if (endless || token.kind() == TokenKind.INVALID) {
        long line = 1 + sql.chars().limit(token.start()).filter(c -> c == '\n').count();
        throw new RefusedSqlException(
            (endless ? "a comment without an end" : "something that SQLite does not recognise")
                + ", line " + line,
            "Close every quote and comment, and give values as parameters");
      }
    }
    return StatementSplitter.split(sql);
  }

  /** Returns what it does. */
  public SqlKind kind() {
    return kind;
  }

  /** Whether it changes rows and returns them. */
  public boolean returning() {
    return returning;
  }

  /** Whether it may change a row instead of inserting one. */
  public boolean isUpsert() {
    return upsert;
  }

  /** Returns the places of its values, in their order. */
  public List<NamedParameter> parameters() {
    return parameters;
  }

  /**
   * Returns what is prepared: a position for each parameter. One that is a collection becomes the subquery that takes
   * the text of a JSON array apart.
   *
   * @param collections whether each of the parameters is one
   */
  public String prepared(List<Boolean> collections) {
    StringBuilder sql = new StringBuilder();
    int written = 0;
    for (int i = 0; i < parameters.size(); i++) {
      SqlSpan span = parameters.get(i).span();
      sql.append(text, written, span.start())
          .append(collections.get(i) ? "SELECT +value FROM json_each(?)" : "?");
      written = span.end();
    }
    return sql.append(text, written, text.length()).toString();
  }

  /** Returns it for messages: on one line, shortened, and without values. */
  public String outline() {
    StringBuilder outline = new StringBuilder();
    int end = 0;
    for (Token token : tokens) {
      if (token.isComment()) {
        continue;
      }
      outline.append(end > 0 && token.start() > end ? " " : "");
      outline.append(isValue(token) ? "…" : token.text(text));
      end = token.end();
      if (outline.length() > LONGEST_OUTLINE) {
        return outline.append(" …").toString();
      }
    }
    return outline.toString();
  }

  /** SQLite takes a name in double quotes for a text when there is no such name; nobody writes a long one. */
  private boolean isValue(Token token) {
    return VALUES.contains(token.kind())
        || token.end() - token.start() > LONGEST_NAME
        || (token.kind() == TokenKind.QUOTED_IDENTIFIER && text.charAt(token.start()) == '"');
  }
}

package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.runtime.internal.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * The rules over one statement's tokens; they call each other through here.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
public final class Grammar {

  final Cursor cursor;
  final LiteralRules literals;
  final CallRules calls;
  final ExpressionRules expressions;
  final QueryRules queries;
  final SourceRules sources;
  final ChangeRules changes;
  final TableRules tables;
  final ConstraintRules constraints;
  final DefinitionRules definitions;
  final CommandRules commands;

  private Grammar(Cursor cursor) {
    this.cursor = cursor;
    this.literals = new LiteralRules(cursor);
    this.calls = new CallRules(this);
    this.expressions = new ExpressionRules(this);
    this.queries = new QueryRules(this);
    this.sources = new SourceRules(this);
    this.changes = new ChangeRules(this);
    this.tables = new TableRules(this);
    this.constraints = new ConstraintRules(this);
    this.definitions = new DefinitionRules(this);
    this.commands = new CommandRules(this);
  }

  /** A tree, or why there is none. */
  public record Outcome(Optional<Statement> statement, Optional<SyntaxError> error) {}

  /**
   * Parses one statement.
   *
   * @param sql the text that the tokens were cut from
   * @param tokens the statement's tokens: no comments, no semicolon at its end
   * @param end the offset behind the last of them
   */
  public static Outcome parse(String sql, List<Token> tokens, int end) {
    Grammar grammar = new Grammar(new Cursor(sql, tokens, end));
    try {
      Statement statement = new StatementRules(grammar).statement();
      if (!grammar.cursor.isAtEnd()) {
        throw grammar.cursor.excess();
      }
      return new Outcome(Optional.of(statement), Optional.empty());
    } catch (SyntaxException e) {
      return new Outcome(Optional.empty(), Optional.of(e.error()));
    }
  }
}

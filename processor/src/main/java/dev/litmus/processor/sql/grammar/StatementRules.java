package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Statement;

/** A statement, told by its first words. */
final class StatementRules {

  private final Grammar grammar;
  private final Cursor cursor;

  StatementRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Statement statement() throws SyntaxException {
    int start = cursor.start();
    if (!cursor.accept("EXPLAIN")) {
      return explained();
    }
    boolean queryPlan = cursor.accept("QUERY", "PLAN");
    Statement explained = explained();
    return new Statement.Explain(cursor.spanFrom(start), queryPlan, explained);
  }

  private Statement explained() throws SyntaxException {
    if (grammar.changes.isHere()) {
      return grammar.changes.statement();
    }
    return grammar.definitions.isHere()
        ? grammar.definitions.definition()
        : grammar.commands.command();
  }
}

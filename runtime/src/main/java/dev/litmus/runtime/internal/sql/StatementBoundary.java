package dev.litmus.runtime.internal.sql;

/**
 * Follows a script token by token and knows where a statement ends. A semicolon ends it, except in {@code CREATE
 * TRIGGER}, whose body holds statements of its own: that ends at the semicolon of {@code ; END ;}. No {@code CASE … END}
 * and no column named {@code end} can follow a semicolon directly, so they need not be understood.
 *
 * <p>Source: the state machine described for <a href="https://sqlite.org/c3ref/complete.html">sqlite3_complete</a>.
 */
public final class StatementBoundary {

  private enum State {
    START,
    EXPLAIN,
    CREATE,
    NORMAL,
    TRIGGER,
    TRIGGER_SEMICOLON,
    TRIGGER_END
  }

  private final String sql;
  private State state = State.START;
  private int parentheses;

  public StatementBoundary(String sql) {
    this.sql = sql;
  }

  /** Takes the next token and tells whether it is a semicolon that ends a statement. Comments change nothing. */
  public boolean endsWith(Token token) {
    if (token.isComment()) {
      return false;
    }
    state = next(token);
    if (state == State.START) {
      parentheses = 0;
      return true;
    }
    if (token.isOperator(sql, "(")) {
      parentheses++;
    } else if (token.isOperator(sql, ")")) {
      parentheses--;
    }
    return false;
  }

  /** Whether what comes next stands in parentheses or in a trigger that has not seen its {@code END}. */
  public boolean isNested() {
    return parentheses > 0 || state == State.TRIGGER || state == State.TRIGGER_SEMICOLON;
  }

  /** Forgets the statement so far: what comes next begins a new one although no semicolon stood between them. */
  public void restart() {
    state = State.START;
    parentheses = 0;
  }

  private State next(Token token) {
    boolean semicolon = token.isOperator(sql, ";");
    return switch (state) {
      case TRIGGER -> semicolon ? State.TRIGGER_SEMICOLON : State.TRIGGER;
      case TRIGGER_SEMICOLON ->
        semicolon
            ? State.TRIGGER_SEMICOLON
            : token.isKeyword(sql, "END") ? State.TRIGGER_END : State.TRIGGER;
      case TRIGGER_END -> semicolon ? State.START : State.TRIGGER;
      case START ->
        semicolon ? State.START : token.isKeyword(sql, "EXPLAIN") ? State.EXPLAIN : begin(token);
      // EXPLAIN QUERY PLAN CREATE …: the words between do not matter.
      case EXPLAIN ->
        semicolon ? State.START : token.isKeyword(sql, "CREATE") ? State.CREATE : State.EXPLAIN;
      case CREATE -> semicolon ? State.START : create(token);
      case NORMAL -> semicolon ? State.START : State.NORMAL;
    };
  }

  private State begin(Token token) {
    return token.isKeyword(sql, "CREATE") ? State.CREATE : State.NORMAL;
  }

  private State create(Token token) {
    if (token.isKeyword(sql, "TEMP") || token.isKeyword(sql, "TEMPORARY")) {
      return State.CREATE;
    }
    return token.isKeyword(sql, "TRIGGER") ? State.TRIGGER : State.NORMAL;
  }
}

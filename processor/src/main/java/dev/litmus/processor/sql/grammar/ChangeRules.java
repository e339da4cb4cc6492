package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.processor.sql.tree.Upsert;
import dev.litmus.processor.sql.tree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * INSERT, REPLACE, UPDATE and DELETE; also what a WITH clause decides only behind itself.
 *
 * @see <a href="https://sqlite.org/lang_insert.html">INSERT</a>, <a
 *     href="https://sqlite.org/lang_update.html">UPDATE</a>, <a href="https://sqlite.org/lang_delete.html">DELETE</a>
 */
final class ChangeRules {

  private final Grammar grammar;
  private final Cursor cursor;

  /** Whether the statement belongs to a trigger: there, changes are plainer. */
  private boolean inTrigger;

  ChangeRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Tells whether a query or a change begins here. */
  boolean isHere() {
    return cursor.at("SELECT")
        || cursor.at("VALUES")
        || cursor.at("WITH")
        || cursor.at("INSERT")
        || cursor.at("REPLACE")
        || cursor.at("UPDATE")
        || cursor.at("DELETE");
  }

  /** A query or a change. */
  Statement statement() throws SyntaxException {
    int start = cursor.start();
    Optional<With> with = grammar.queries.with();
    if (cursor.accept("INSERT")) {
      Optional<ConflictAction> onConflict =
          cursor.accept("OR") ? Optional.of(conflictAction()) : Optional.empty();
      return insert(start, with, onConflict);
    }
    if (cursor.accept("REPLACE")) {
      return insert(start, with, Optional.of(ConflictAction.REPLACE));
    }
    if (cursor.accept("UPDATE")) {
      return update(start, with);
    }
    return cursor.accept("DELETE") ? delete(start, with) : grammar.queries.query(start, with);
  }

  /** A statement in the body of a trigger: a query, or a change without WITH, RETURNING and LIMIT. */
  Statement step() throws SyntaxException {
    if (!isHere()) {
      throw cursor.error();
    }
    if (grammar.queries.isHere()) {
      return grammar.queries.query();
    }
    inTrigger = true;
    Statement step = statement();
    inTrigger = false;
    return step;
  }

  private Change insert(int start, Optional<With> with, Optional<ConflictAction> onConflict)
      throws SyntaxException {
    cursor.expect("INTO");
    Source.Table target = grammar.sources.target(false);
    List<Identifier> columns = cursor.at("(") ? grammar.queries.names() : List.of();
    Optional<Query> rows = Optional.empty();
    List<Upsert> upserts = List.of();
    if (inTrigger || !cursor.accept("DEFAULT", "VALUES")) {
      rows = Optional.of(grammar.queries.query());
      upserts = upserts();
    }
    List<ResultTerm> returning = returning();
    return new Change.Insert(
        cursor.spanFrom(start), with, onConflict, target, columns, rows, upserts, returning);
  }

  private List<Upsert> upserts() throws SyntaxException {
    List<Upsert> upserts = new ArrayList<>();
    int start = cursor.start();
    while (cursor.accept("ON", "CONFLICT")) {
      upserts.add(upsert(start));
      start = cursor.start();
    }
    return upserts;
  }

  private Upsert upsert(int start) throws SyntaxException {
    List<OrderingTerm> target = List.of();
    Optional<Expression> targetWhere = Optional.empty();
    if (cursor.accept("(")) {
      target = grammar.queries.orderingTerms();
      cursor.expect(")");
      targetWhere = grammar.queries.where();
    }
    cursor.expect("DO");
    if (cursor.accept("NOTHING")) {
      return new Upsert(cursor.spanFrom(start), target, targetWhere, List.of(), Optional.empty());
    }
    cursor.expect("UPDATE");
    cursor.expect("SET");
    List<Assignment> assignments = assignments();
    Optional<Expression> where = grammar.queries.where();
    return new Upsert(cursor.spanFrom(start), target, targetWhere, assignments, where);
  }

  private Change update(int start, Optional<With> with) throws SyntaxException {
    Optional<ConflictAction> onConflict =
        cursor.accept("OR") ? Optional.of(conflictAction()) : Optional.empty();
    Source.Table target = grammar.sources.target(true);
    cursor.expect("SET");
    List<Assignment> assignments = assignments();
    Optional<From> from =
        cursor.accept("FROM") ? Optional.of(grammar.sources.from()) : Optional.empty();
    Optional<Expression> where = grammar.queries.where();
    List<ResultTerm> returning = inTrigger ? List.of() : returning();
    List<OrderingTerm> orderBy = inTrigger ? List.of() : grammar.queries.orderBy();
    Optional<Limit> limit = inTrigger ? Optional.empty() : grammar.queries.limit();
    return new Change.Update(
        cursor.spanFrom(start),
        with,
        onConflict,
        target,
        assignments,
        from,
        where,
        returning,
        orderBy,
        limit);
  }

  private Change delete(int start, Optional<With> with) throws SyntaxException {
    cursor.expect("FROM");
    Source.Table target = grammar.sources.target(true);
    Optional<Expression> where = grammar.queries.where();
    List<ResultTerm> returning = inTrigger ? List.of() : returning();
    List<OrderingTerm> orderBy = inTrigger ? List.of() : grammar.queries.orderBy();
    Optional<Limit> limit = inTrigger ? Optional.empty() : grammar.queries.limit();
    return new Change.Delete(
        cursor.spanFrom(start), with, target, where, returning, orderBy, limit);
  }

  private List<Assignment> assignments() throws SyntaxException {
    List<Assignment> assignments = new ArrayList<>();
    do {
      assignments.add(assignment());
    } while (cursor.accept(","));
    return assignments;
  }

  private Assignment assignment() throws SyntaxException {
    int start = cursor.start();
    boolean row = cursor.at("(");
    List<Identifier> columns =
        row ? grammar.queries.names() : List.of(cursor.name("the name of a column"));
    if (!cursor.accept("==")) {
      cursor.expect("=");
    }
    Expression value = grammar.expressions.expression();
    return new Assignment(cursor.spanFrom(start), columns, row, value);
  }

  private List<ResultTerm> returning() throws SyntaxException {
    return cursor.accept("RETURNING") ? grammar.queries.results() : List.of();
  }

  /** The word behind {@code OR}, or behind {@code ON CONFLICT} of a constraint. */
  ConflictAction conflictAction() throws SyntaxException {
    for (ConflictAction action : ConflictAction.values()) {
      if (cursor.accept(action.name())) {
        return action;
      }
    }
    throw cursor.error();
  }
}

package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Window;
import dev.litmus.processor.sql.tree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SELECT, VALUES and their compounds, with the clauses around them.
 *
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
final class QueryRules {

  private final Grammar grammar;
  private final Cursor cursor;

  QueryRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Tells whether a query begins here. Behind a parenthesis, {@code WITH} is never a name. */
  boolean isHere() {
    return cursor.isNext(0, "SELECT") || cursor.isNext(0, "VALUES") || cursor.isNext(0, "WITH");
  }

  Query query() throws SyntaxException {
    int start = cursor.start();
    return query(start, with());
  }

  /** Parses what follows a WITH clause, which belongs to the query. */
  Query query(int start, Optional<With> with) throws SyntaxException {
    cursor.enter();
    SelectCore first = core();
    List<Query.Compound> others = new ArrayList<>();
    for (Optional<Query.Operator> operator = compound();
        operator.isPresent();
        operator = compound()) {
      others.add(new Query.Compound(operator.get(), core()));
    }
    SelectCore last = others.isEmpty() ? first : others.get(others.size() - 1).core();
    boolean values = last instanceof SelectCore.Values;
    List<OrderingTerm> orderBy = values ? List.of() : orderBy();
    Optional<Limit> limit = values ? Optional.empty() : limit();
    cursor.leave();
    return new Query(cursor.spanFrom(start), with, first, others, orderBy, limit);
  }

  Optional<With> with() throws SyntaxException {
    int start = cursor.start();
    if (!cursor.accept("WITH")) {
      return Optional.empty();
    }
    // A table called "recursive" is not announced by its own name.
    boolean recursive = cursor.isNext(0, "RECURSIVE") && cursor.accept("RECURSIVE");
    List<CommonTable> tables = new ArrayList<>();
    do {
      tables.add(commonTable());
    } while (cursor.accept(","));
    return Optional.of(new With(cursor.spanFrom(start), recursive, tables));
  }

  private CommonTable commonTable() throws SyntaxException {
    cursor.enter();
    int start = cursor.start();
    Identifier name = cursor.name("the name of a common table");
    List<Identifier> columns = cursor.at("(") ? keyNames() : List.of();
    cursor.expect("AS");
    Optional<Boolean> materialized = Optional.empty();
    if (cursor.accept("NOT", "MATERIALIZED")) {
      materialized = Optional.of(false);
    } else if (cursor.accept("MATERIALIZED")) {
      materialized = Optional.of(true);
    }
    cursor.expect("(");
    Query query = query();
    cursor.expect(")");
    cursor.leave();
    return new CommonTable(cursor.spanFrom(start), name, columns, materialized, query);
  }

  /** {@code (a, b)}. */
  List<Identifier> names() throws SyntaxException {
    cursor.expect("(");
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(cursor.name("the name of a column"));
    } while (cursor.accept(","));
    cursor.expect(")");
    return names;
  }

  /** Names of columns where SQLite's grammar has a collation and a direction behind each, and refuses them later. */
  List<Identifier> keyNames() throws SyntaxException {
    cursor.expect("(");
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(cursor.name("the name of a column"));
      cursor.couldBe(",");
      SyntaxException meaningless = cursor.error(")");
      boolean more = cursor.accept("COLLATE");
      if (more) {
        cursor.plainName("the name of a collation");
      }
      more |= direction().isPresent();
      if (more) {
        throw cursor.isNext(0, ",") || cursor.isNext(0, ")") ? meaningless : cursor.error(")");
      }
    } while (cursor.accept(","));
    cursor.expect(")");
    return names;
  }

  private Optional<Query.Operator> compound() throws SyntaxException {
    if (cursor.accept("UNION")) {
      return Optional.of(cursor.accept("ALL") ? Query.Operator.UNION_ALL : Query.Operator.UNION);
    }
    if (cursor.accept("EXCEPT")) {
      return Optional.of(Query.Operator.EXCEPT);
    }
    return cursor.accept("INTERSECT") ? Optional.of(Query.Operator.INTERSECT) : Optional.empty();
  }

  private SelectCore core() throws SyntaxException {
    int start = cursor.start();
    if (cursor.accept("VALUES")) {
      List<SelectCore.Values.Row> rows = new ArrayList<>();
      do {
        rows.add(row());
      } while (cursor.accept(","));
      return new SelectCore.Values(cursor.spanFrom(start), rows);
    }
    cursor.expect("SELECT");
    boolean distinct = cursor.accept("DISTINCT");
    if (!distinct) {
      cursor.accept("ALL");
    }
    List<ResultTerm> results = results();
    Optional<From> from =
        cursor.accept("FROM") ? Optional.of(grammar.sources.from()) : Optional.empty();
    Optional<Expression> where = where();
    List<Expression> groupBy =
        cursor.accept("GROUP", "BY") ? grammar.expressions.list() : List.of();
    Optional<Expression> having =
        cursor.accept("HAVING") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
    List<Window.Declaration> windows = windows();
    return new SelectCore.Select(
        cursor.spanFrom(start), distinct, results, from, where, groupBy, having, windows);
  }

  private SelectCore.Values.Row row() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("(");
    List<Expression> items = grammar.expressions.list();
    cursor.expect(")");
    return new SelectCore.Values.Row(cursor.spanFrom(start), items);
  }

  private List<Window.Declaration> windows() throws SyntaxException {
    List<Window.Declaration> windows = new ArrayList<>();
    if (!cursor.isWindowClause()) {
      return windows;
    }
    cursor.advance();
    do {
      int start = cursor.start();
      Identifier name = cursor.name("the name of a window");
      cursor.expect("AS");
      Window.Defined window = grammar.calls.window();
      windows.add(new Window.Declaration(cursor.spanFrom(start), name, window));
    } while (cursor.accept(","));
    return windows;
  }

  List<ResultTerm> results() throws SyntaxException {
    List<ResultTerm> results = new ArrayList<>();
    do {
      results.add(result());
    } while (cursor.accept(","));
    return results;
  }

  private ResultTerm result() throws SyntaxException {
    int start = cursor.start();
    if (cursor.accept("*")) {
      return new ResultTerm.Star(cursor.spanFrom(start));
    }
    boolean expression = cursor.isNext(0, "CAST") || cursor.isNext(0, "RAISE");
    if (!expression && cursor.isName() && cursor.isNext(1, ".") && cursor.isNext(2, "*")) {
      Identifier table = cursor.name("the name of a table");
      cursor.expect(".");
      cursor.expect("*");
      return new ResultTerm.TableStar(cursor.spanFrom(start), table);
    }
    Expression value = grammar.expressions.expression();
    Optional<Alias> alias = alias();
    return new ResultTerm.Value(cursor.spanFrom(start), value, alias);
  }

  /** {@code AS name}, or a name without AS. */
  Optional<Alias> alias() throws SyntaxException {
    int start = cursor.start();
    boolean explicit = cursor.accept("AS");
    if (!explicit && !cursor.isPlainName()) {
      return Optional.empty();
    }
    Identifier name = cursor.name("a name");
    return Optional.of(new Alias(cursor.spanFrom(start), name, explicit));
  }

  Optional<Expression> where() throws SyntaxException {
    return cursor.accept("WHERE")
        ? Optional.of(grammar.expressions.expression())
        : Optional.empty();
  }

  List<OrderingTerm> orderBy() throws SyntaxException {
    return cursor.accept("ORDER", "BY") ? orderingTerms() : List.of();
  }

  List<OrderingTerm> orderingTerms() throws SyntaxException {
    List<OrderingTerm> terms = new ArrayList<>();
    do {
      terms.add(orderingTerm());
    } while (cursor.accept(","));
    return terms;
  }

  private OrderingTerm orderingTerm() throws SyntaxException {
    int start = cursor.start();
    Expression expression = grammar.expressions.expression();
    Optional<OrderingTerm.Direction> direction = direction();
    Optional<OrderingTerm.Nulls> nulls = Optional.empty();
    if (cursor.accept("NULLS")) {
      nulls = Optional.of(OrderingTerm.Nulls.FIRST);
      if (!cursor.accept("FIRST")) {
        cursor.expect("LAST");
        nulls = Optional.of(OrderingTerm.Nulls.LAST);
      }
    }
    return new OrderingTerm(cursor.spanFrom(start), expression, direction, nulls);
  }

  Optional<OrderingTerm.Direction> direction() {
    if (cursor.accept("ASC")) {
      return Optional.of(OrderingTerm.Direction.ASC);
    }
    return cursor.accept("DESC") ? Optional.of(OrderingTerm.Direction.DESC) : Optional.empty();
  }

  Optional<Limit> limit() throws SyntaxException {
    int start = cursor.start();
    if (!cursor.accept("LIMIT")) {
      return Optional.empty();
    }
    Expression first = grammar.expressions.expression();
    if (cursor.accept("OFFSET")) {
      Expression offset = grammar.expressions.expression();
      return Optional.of(new Limit(cursor.spanFrom(start), first, Optional.of(offset)));
    }
    if (cursor.accept(",")) {
      Expression count = grammar.expressions.expression();
      return Optional.of(new Limit(cursor.spanFrom(start), count, Optional.of(first)));
    }
    return Optional.of(new Limit(cursor.spanFrom(start), first, Optional.empty()));
  }
}

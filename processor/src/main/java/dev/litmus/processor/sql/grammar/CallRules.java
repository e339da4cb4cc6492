package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Frame;
import dev.litmus.processor.sql.tree.Frame.Bound;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Window;
import java.util.List;
import java.util.Optional;

/**
 * Functions, aggregates and window functions.
 *
 * @see <a href="https://sqlite.org/syntax/window-defn.html">window-defn</a>
 */
final class CallRules {

  private final Grammar grammar;
  private final Cursor cursor;

  CallRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression call() throws SyntaxException {
    int start = cursor.start();
    Identifier function = cursor.name("the name of a function");
    cursor.expect("(");
    boolean star = cursor.accept("*");
    boolean distinct = false;
    List<Expression> arguments = List.of();
    List<OrderingTerm> orderBy = List.of();
    if (!star) {
      distinct = cursor.accept("DISTINCT");
      if (!distinct) {
        cursor.accept("ALL");
      }
      if (!cursor.at(")") && !cursor.isNext(0, "ORDER")) {
        arguments = grammar.expressions.list();
      }
      orderBy = grammar.queries.orderBy();
    }
    cursor.expect(")");
    Optional<Expression> filter = filter();
    Optional<Window> over = over();
    return new Expression.Call(
        cursor.spanFrom(start), function, star, distinct, arguments, orderBy, filter, over);
  }

  /** {@code FILTER} and {@code OVER} are names unless what follows makes them more. */
  private Optional<Expression> filter() throws SyntaxException {
    if (!cursor.isNext(0, "FILTER") || !cursor.isNext(1, "(")) {
      return Optional.empty();
    }
    cursor.advance();
    cursor.expect("(");
    cursor.expect("WHERE");
    Expression condition = grammar.expressions.expression();
    cursor.expect(")");
    return Optional.of(condition);
  }

  private Optional<Window> over() throws SyntaxException {
    if (!cursor.isNext(0, "OVER") || !(cursor.isNext(1, "(") || cursor.isWindowName(1))) {
      return Optional.empty();
    }
    cursor.advance();
    if (cursor.at("(")) {
      return Optional.of(window());
    }
    int start = cursor.start();
    Identifier name = cursor.name("the name of a window");
    return Optional.of(new Window.Named(cursor.spanFrom(start), name));
  }

  Window.Defined window() throws SyntaxException {
    cursor.enter();
    int start = cursor.start();
    cursor.expect("(");
    Optional<Identifier> base = isBase() ? Optional.of(cursor.name("a window")) : Optional.empty();
    List<Expression> partitionBy =
        cursor.accept("PARTITION", "BY") ? grammar.expressions.list() : List.of();
    List<OrderingTerm> orderBy = grammar.queries.orderBy();
    Optional<Frame> frame = frame();
    cursor.expect(")");
    cursor.leave();
    return new Window.Defined(cursor.spanFrom(start), base, partitionBy, orderBy, frame);
  }

  private boolean isBase() {
    boolean clause = cursor.isNext(0, "PARTITION")
        || cursor.isNext(0, "ROWS")
        || cursor.isNext(0, "RANGE")
        || cursor.isNext(0, "GROUPS");
    return !clause && cursor.isName();
  }

  private Optional<Frame> frame() throws SyntaxException {
    int start = cursor.start();
    for (Frame.Unit unit : Frame.Unit.values()) {
      if (cursor.accept(unit.name())) {
        return Optional.of(frame(start, unit));
      }
    }
    return Optional.empty();
  }

  private Frame frame(int start, Frame.Unit unit) throws SyntaxException {
    Bound first;
    Optional<Bound> last = Optional.empty();
    if (cursor.accept("BETWEEN")) {
      first = bound();
      cursor.expect("AND");
      last = Optional.of(bound());
    } else {
      first = bound();
    }
    Optional<Frame.Exclusion> exclusion =
        cursor.accept("EXCLUDE") ? Optional.of(exclusion()) : Optional.empty();
    return new Frame(cursor.spanFrom(start), unit, first, last, exclusion);
  }

  private Bound bound() throws SyntaxException {
    int start = cursor.start();
    if (cursor.accept("UNBOUNDED")) {
      Bound.Kind kind = Bound.Kind.UNBOUNDED_PRECEDING;
      if (!cursor.accept("PRECEDING")) {
        cursor.expect("FOLLOWING");
        kind = Bound.Kind.UNBOUNDED_FOLLOWING;
      }
      return new Bound(cursor.spanFrom(start), kind, Optional.empty());
    }
    if (cursor.accept("CURRENT", "ROW")) {
      return new Bound(cursor.spanFrom(start), Bound.Kind.CURRENT_ROW, Optional.empty());
    }
    Expression distance = grammar.expressions.expression();
    Bound.Kind kind = Bound.Kind.PRECEDING;
    if (!cursor.accept("PRECEDING")) {
      cursor.expect("FOLLOWING");
      kind = Bound.Kind.FOLLOWING;
    }
    return new Bound(cursor.spanFrom(start), kind, Optional.of(distance));
  }

  private Frame.Exclusion exclusion() throws SyntaxException {
    if (cursor.accept("NO", "OTHERS")) {
      return Frame.Exclusion.NO_OTHERS;
    }
    if (cursor.accept("CURRENT", "ROW")) {
      return Frame.Exclusion.CURRENT_ROW;
    }
    if (cursor.accept("GROUP")) {
      return Frame.Exclusion.GROUP;
    }
    cursor.expect("TIES");
    return Frame.Exclusion.TIES;
  }
}

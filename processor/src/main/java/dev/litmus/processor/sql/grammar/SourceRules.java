package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind FROM: tables, functions, subqueries and joins.
 *
 * @see <a href="https://sqlite.org/syntax/join-clause.html">join-clause</a>
 */
final class SourceRules {

  private final Grammar grammar;
  private final Cursor cursor;

  SourceRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  From from() throws SyntaxException {
    cursor.enter();
    int start = cursor.start();
    Source first = source();
    refuseConstraint();
    List<Join> joins = new ArrayList<>();
    for (Optional<Join> join = join(); join.isPresent(); join = join()) {
      joins.add(join.get());
    }
    cursor.leave();
    return new From(cursor.spanFrom(start), first, joins);
  }

  /**
   * SQLite takes ON behind the first table as well and refuses it later, so that in {@code INSERT … SELECT … FROM t ON
   * CONFLICT (a) DO …} it comes as far as DO.
   */
  private void refuseConstraint() throws SyntaxException {
    if (!cursor.isNext(0, "ON") && !cursor.isNext(0, "USING")) {
      return;
    }
    SyntaxException meaningless = cursor.error("JOIN");
    if (cursor.accept("ON")) {
      grammar.expressions.expression();
    } else {
      cursor.expect("USING");
      grammar.queries.names();
    }
    throw cursor.isNext(0, "DO") ? cursor.error("WHERE before ON CONFLICT") : meaningless;
  }

  private Optional<Join> join() throws SyntaxException {
    int start = cursor.start();
    Set<String> words = new HashSet<>();
    boolean comma = cursor.accept(",");
    Optional<SyntaxException> unknown = Optional.empty();
    if (!comma) {
      if (Keywords.isJoin(cursor.word(0))) {
        unknown = operator(words);
      } else if (!cursor.accept("JOIN")) {
        return Optional.empty();
      }
    }
    Source source = source();
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    Optional<Expression> on =
        cursor.accept("ON") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
    List<Identifier> using =
        on.isEmpty() && cursor.accept("USING") ? grammar.queries.names() : List.of();
    return Optional.of(new Join(
        cursor.spanFrom(start),
        words.contains("NATURAL"),
        comma ? Join.Kind.COMMA : kind(words),
        source,
        on,
        using));
  }

  /**
   * Takes up to three words and JOIN. SQLite takes them in any order, and asks only behind the table what they mean.
   *
   * @return why there is no such join
   */
  private Optional<SyntaxException> operator(Set<String> words) throws SyntaxException {
    Optional<SyntaxException> unknown = Optional.empty();
    for (int count = 0; count < 3 && cursor.isName(); count++) {
      String word = cursor.word(0);
      if (unknown.isEmpty() && !(Keywords.isJoin(word) && goesWith(words, word))) {
        unknown = Optional.of(cursor.error("JOIN"));
      }
      words.add(word);
      cursor.advance();
    }
    boolean outer = words.contains("LEFT") || words.contains("RIGHT") || words.contains("FULL");
    if (unknown.isEmpty() && words.contains("OUTER") && !outer) {
      unknown = Optional.of(cursor.error("LEFT, RIGHT or FULL"));
    }
    cursor.expect("JOIN");
    return unknown;
  }

  /** Tells whether a word goes with those before it: an inner join is not an outer one. */
  private static boolean goesWith(Set<String> words, String word) {
    boolean inner = words.contains("INNER") || words.contains("CROSS");
    boolean outer = words.contains("OUTER")
        || words.contains("LEFT")
        || words.contains("RIGHT")
        || words.contains("FULL");
    return switch (word) {
      case "INNER", "CROSS" -> !outer;
      case "NATURAL" -> true;
      default -> !inner;
    };
  }

  /** SQLite takes LEFT RIGHT for FULL. */
  private static Join.Kind kind(Set<String> words) {
    boolean left = words.contains("LEFT") || words.contains("FULL");
    boolean right = words.contains("RIGHT") || words.contains("FULL");
    if (left && right) {
      return Join.Kind.FULL;
    }
    if (left || right) {
      return left ? Join.Kind.LEFT : Join.Kind.RIGHT;
    }
    return words.contains("CROSS") ? Join.Kind.CROSS : Join.Kind.INNER;
  }

  private Source source() throws SyntaxException {
    int start = cursor.start();
    if (!cursor.accept("(")) {
      return tableOrFunction();
    }
    if (grammar.queries.isHere()) {
      Query query = grammar.queries.query();
      cursor.expect(")");
      Optional<Alias> alias = grammar.queries.alias();
      return new Source.Derived(cursor.spanFrom(start), query, alias);
    }
    From from = from();
    cursor.expect(")");
    Optional<Alias> alias = grammar.queries.alias();
    return new Source.Group(cursor.spanFrom(start), from, alias);
  }

  private Source tableOrFunction() throws SyntaxException {
    int start = cursor.start();
    QualifiedName name = qualifiedName("the name of a table");
    if (cursor.at("(")) {
      List<Expression> arguments = arguments();
      Optional<Alias> alias = grammar.queries.alias();
      return new Source.Function(cursor.spanFrom(start), name, arguments, alias);
    }
    Optional<Alias> alias = grammar.queries.alias();
    Optional<Source.IndexHint> hint = hint();
    return new Source.Table(cursor.spanFrom(start), name, alias, hint);
  }

  /** A table or function by its name alone, right of IN. */
  Source named() throws SyntaxException {
    int start = cursor.start();
    QualifiedName name = qualifiedName("the name of a table");
    if (cursor.at("(")) {
      List<Expression> arguments = arguments();
      return new Source.Function(cursor.spanFrom(start), name, arguments, Optional.empty());
    }
    return new Source.Table(cursor.spanFrom(start), name, Optional.empty(), Optional.empty());
  }

  /** The table of INSERT, UPDATE or DELETE: its alias always has its AS. */
  Source.Table target(boolean hinted) throws SyntaxException {
    int start = cursor.start();
    QualifiedName name = qualifiedName("the name of a table");
    Optional<Alias> alias = cursor.at("AS") ? grammar.queries.alias() : Optional.empty();
    Optional<Source.IndexHint> hint = hinted ? hint() : Optional.empty();
    return new Source.Table(cursor.spanFrom(start), name, alias, hint);
  }

  QualifiedName qualifiedName(String what) throws SyntaxException {
    int start = cursor.start();
    Identifier name = cursor.name(what);
    if (!cursor.accept(".")) {
      return new QualifiedName(cursor.spanFrom(start), Optional.empty(), name);
    }
    Identifier inner = cursor.name(what);
    return new QualifiedName(cursor.spanFrom(start), Optional.of(name), inner);
  }

  private List<Expression> arguments() throws SyntaxException {
    cursor.expect("(");
    List<Expression> arguments = cursor.at(")") ? List.of() : grammar.expressions.list();
    cursor.expect(")");
    return arguments;
  }

  private Optional<Source.IndexHint> hint() throws SyntaxException {
    if (cursor.accept("INDEXED", "BY")) {
      return Optional.of(new Source.IndexHint(Optional.of(cursor.name("the name of an index"))));
    }
    return cursor.accept("NOT", "INDEXED")
        ? Optional.of(new Source.IndexHint(Optional.empty()))
        : Optional.empty();
  }
}

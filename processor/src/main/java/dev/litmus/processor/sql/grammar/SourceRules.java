package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    List<Join> joins = new ArrayList<>();
    for (Optional<Join> join = join(); join.isPresent(); join = join()) {
      joins.add(join.get());
    }
    cursor.leave();
    return new From(cursor.spanFrom(start), first, joins);
  }

  private Optional<Join> join() throws SyntaxException {
    int start = cursor.start();
    Set<String> words = new HashSet<>();
    if (cursor.accept(",")) {
      words.add(",");
    } else {
      while (cursor.isKind(TokenKind.WORD) && Keywords.isJoin(cursor.text()) && words.size() < 3) {
        words.add(cursor.text().toUpperCase(Locale.ROOT));
        cursor.advance();
      }
      if (words.isEmpty() && !cursor.at("JOIN")) {
        return Optional.empty();
      }
      cursor.expect("JOIN");
    }
    Source source = source();
    Optional<Expression> on =
        cursor.accept("ON") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
    List<Identifier> using =
        on.isEmpty() && cursor.accept("USING") ? grammar.queries.names() : List.of();
    return Optional.of(new Join(
        cursor.spanFrom(start), words.contains("NATURAL"), kind(words), source, on, using));
  }

  /** SQLite takes the words of a join in any order, and LEFT RIGHT for FULL. */
  private static Join.Kind kind(Set<String> words) {
    boolean left = words.contains("LEFT") || words.contains("FULL");
    boolean right = words.contains("RIGHT") || words.contains("FULL");
    if (left && right) {
      return Join.Kind.FULL;
    }
    if (left || right) {
      return left ? Join.Kind.LEFT : Join.Kind.RIGHT;
    }
    if (words.contains(",")) {
      return Join.Kind.COMMA;
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
    return cursor.acceptBoth("NOT", "INDEXED")
        ? Optional.of(new Source.IndexHint(Optional.empty()))
        : Optional.empty();
  }
}

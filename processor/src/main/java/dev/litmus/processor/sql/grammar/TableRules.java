package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.TableConstraint;
import dev.litmus.processor.sql.tree.TypeName;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables and their columns.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class TableRules {

  private final Grammar grammar;
  private final Cursor cursor;

  TableRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Parses what follows {@code CREATE TABLE}. */
  Definition table(int start, boolean temporary) throws SyntaxException {
    boolean ifNotExists = grammar.definitions.ifNotExists();
    QualifiedName name = grammar.sources.qualifiedName("the name of a table");
    if (cursor.accept("AS")) {
      Query query = grammar.queries.query();
      return new Definition.CreateTableAs(
          cursor.spanFrom(start), temporary, ifNotExists, name, query);
    }
    cursor.expect("(");
    List<ColumnDefinition> columns = new ArrayList<>();
    columns.add(column());
    List<TableConstraint> constraints = new ArrayList<>();
    while (cursor.accept(",")) {
      if (grammar.constraints.isTableConstraint()) {
        constraints.addAll(grammar.constraints.tableConstraints());
        break;
      }
      columns.add(column());
    }
    cursor.expect(")");
    Options options = options();
    return new Definition.CreateTable(
        cursor.spanFrom(start),
        temporary,
        ifNotExists,
        name,
        columns,
        constraints,
        options.withoutRowid(),
        options.strict());
  }

  private record Options(boolean withoutRowid, boolean strict) {}

  /** Any names, for SQLite; only then it asks what they mean. */
  private Options options() throws SyntaxException {
    boolean withoutRowid = false;
    boolean strict = false;
    Optional<SyntaxException> unknown = Optional.empty();
    boolean more =
        cursor.at("WITHOUT") || cursor.at("STRICT") || cursor.isName() || cursor.accept(",");
    while (more) {
      boolean without = cursor.accept("WITHOUT");
      boolean known = cursor.at(without ? "ROWID" : "STRICT");
      if (!known && unknown.isEmpty()) {
        unknown = Optional.of(cursor.error());
      }
      cursor.name("a name");
      withoutRowid |= known && without;
      strict |= known && !without;
      more = cursor.accept(",");
    }
    if (unknown.isPresent()) {
      throw cursor.isAtEnd() ? unknown.get() : cursor.error();
    }
    return new Options(withoutRowid, strict);
  }

  ColumnDefinition column() throws SyntaxException {
    int start = cursor.start();
    Identifier name = cursor.name("the name of a column");
    Optional<TypeName> type = isTypeWord() ? Optional.of(typeName()) : Optional.empty();
    List<ColumnConstraint> constraints = grammar.constraints.columnConstraints();
    return new ColumnDefinition(cursor.spanFrom(start), name, type, constraints);
  }

  /** Words and at most two numbers: {@code VARCHAR(10)}, {@code DOUBLE PRECISION}. May be missing in a CAST. */
  TypeName typeName() throws SyntaxException {
    int start = cursor.start();
    List<String> words = new ArrayList<>();
    while (isTypeWord()) {
      words.add(cursor.textOf(cursor.advance()));
    }
    if (words.isEmpty()) {
      cursor.couldBe("a type");
      return new TypeName(new Span(start, start), "");
    }
    String text = String.join(" ", words);
    if (cursor.accept("(")) {
      String size = signedNumber();
      if (cursor.accept(",")) {
        size += ", " + signedNumber();
      }
      cursor.expect(")");
      text += "(" + size + ")";
    }
    return new TypeName(cursor.spanFrom(start), text);
  }

  private boolean isTypeWord() {
    return cursor.isPlainName()
        && !(cursor.isNext(0, "GENERATED") && cursor.isNext(1, "ALWAYS") && cursor.isNext(2, "AS"));
  }

  /** Parses a number with its sign, if it has one, and returns it as written. */
  String signedNumber() throws SyntaxException {
    String sign = cursor.accept("-") ? "-" : cursor.accept("+") ? "+" : "";
    // Digits with separators are numbers in expressions only.
    if (!cursor.isKind(TokenKind.NUMBER) || cursor.text().contains("_")) {
      throw cursor.error("a number");
    }
    return sign + cursor.textOf(cursor.advance());
  }
}

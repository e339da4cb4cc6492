package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Definition.AlterTable;
import dev.litmus.processor.sql.tree.Definition.CreateTrigger;
import dev.litmus.processor.sql.tree.Definition.Drop;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CREATE, DROP and ALTER.
 *
 * @see <a href="https://sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>, <a
 *     href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class DefinitionRules {

  private final Grammar grammar;
  private final Cursor cursor;

  DefinitionRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  boolean isHere() {
    return cursor.at("CREATE") || cursor.at("DROP") || cursor.at("ALTER");
  }

  Definition definition() throws SyntaxException {
    int start = cursor.start();
    if (cursor.accept("DROP")) {
      return drop(start);
    }
    if (cursor.accept("ALTER")) {
      return alter(start);
    }
    cursor.expect("CREATE");
    if (cursor.accept("UNIQUE")) {
      cursor.expect("INDEX");
      return index(start, true);
    }
    if (cursor.accept("INDEX")) {
      return index(start, false);
    }
    if (cursor.accept("VIRTUAL", "TABLE")) {
      return virtualTable(start);
    }
    boolean temporary = cursor.accept("TEMP") || cursor.accept("TEMPORARY");
    if (cursor.accept("TABLE")) {
      return grammar.tables.table(start, temporary);
    }
    if (cursor.accept("VIEW")) {
      return view(start, temporary);
    }
    cursor.expect("TRIGGER");
    return trigger(start, temporary);
  }

  boolean ifNotExists() throws SyntaxException {
    boolean found = cursor.isNext(0, "IF");
    if (found) {
      cursor.expect("IF");
      cursor.expect("NOT");
      cursor.expect("EXISTS");
    } else {
      cursor.couldBe("IF NOT EXISTS");
    }
    return found;
  }

  private Definition index(int start, boolean unique) throws SyntaxException {
    boolean ifNotExists = ifNotExists();
    QualifiedName name = grammar.sources.qualifiedName("the name of an index");
    cursor.expect("ON");
    Identifier table = cursor.name("the name of a table");
    cursor.expect("(");
    List<OrderingTerm> columns = grammar.queries.orderingTerms();
    cursor.expect(")");
    Optional<Expression> where = grammar.queries.where();
    return new Definition.CreateIndex(
        cursor.spanFrom(start), unique, ifNotExists, name, table, columns, where);
  }

  private Definition view(int start, boolean temporary) throws SyntaxException {
    boolean ifNotExists = ifNotExists();
    QualifiedName name = grammar.sources.qualifiedName("the name of a view");
    List<Identifier> columns = cursor.at("(") ? grammar.queries.keyNames() : List.of();
    cursor.expect("AS");
    Query query = grammar.queries.query();
    return new Definition.CreateView(
        cursor.spanFrom(start), temporary, ifNotExists, name, columns, query);
  }

  private Definition trigger(int start, boolean temporary) throws SyntaxException {
    boolean ifNotExists = ifNotExists();
    QualifiedName name = grammar.sources.qualifiedName("the name of a trigger");
    Optional<CreateTrigger.Time> time = time();
    CreateTrigger.Event event = event();
    List<Identifier> updateOf =
        event == CreateTrigger.Event.UPDATE && cursor.accept("OF") ? columns() : List.of();
    cursor.expect("ON");
    QualifiedName table = grammar.sources.qualifiedName("the name of a table");
    boolean forEachRow = cursor.accept("FOR", "EACH");
    if (forEachRow) {
      cursor.expect("ROW");
    }
    Optional<Expression> when =
        cursor.accept("WHEN") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
    cursor.expect("BEGIN");
    List<Statement> body = new ArrayList<>();
    do {
      body.add(grammar.changes.step());
      cursor.expect(";");
    } while (!cursor.accept("END"));
    return new CreateTrigger(
        cursor.spanFrom(start),
        temporary,
        ifNotExists,
        name,
        time,
        event,
        updateOf,
        table,
        forEachRow,
        when,
        body);
  }

  private Optional<CreateTrigger.Time> time() throws SyntaxException {
    if (cursor.accept("BEFORE")) {
      return Optional.of(CreateTrigger.Time.BEFORE);
    }
    if (cursor.accept("AFTER")) {
      return Optional.of(CreateTrigger.Time.AFTER);
    }
    return cursor.accept("INSTEAD", "OF")
        ? Optional.of(CreateTrigger.Time.INSTEAD_OF)
        : Optional.empty();
  }

  private CreateTrigger.Event event() throws SyntaxException {
    for (CreateTrigger.Event event : CreateTrigger.Event.values()) {
      if (cursor.accept(event.name())) {
        return event;
      }
    }
    throw cursor.error();
  }

  private List<Identifier> columns() throws SyntaxException {
    List<Identifier> columns = new ArrayList<>();
    do {
      columns.add(cursor.name("the name of a column"));
    } while (cursor.accept(","));
    return columns;
  }

  private Definition virtualTable(int start) throws SyntaxException {
    boolean ifNotExists = ifNotExists();
    QualifiedName name = grammar.sources.qualifiedName("the name of a table");
    cursor.expect("USING");
    Identifier module = cursor.name("the name of a module");
    List<String> arguments = new ArrayList<>();
    if (cursor.accept("(") && !cursor.accept(")")) {
      do {
        arguments.add(argument());
      } while (cursor.accept(","));
      cursor.expect(")");
    }
    return new Definition.CreateVirtualTable(
        cursor.spanFrom(start), ifNotExists, name, module, arguments);
  }

  /** Any tokens up to a comma or the parenthesis that closes the list. */
  private String argument() throws SyntaxException {
    int start = cursor.start();
    int open = 0;
    boolean empty = true;
    while (open > 0 || !(cursor.isNext(0, ",") || cursor.isNext(0, ")"))) {
      if (cursor.isAtEnd() || cursor.isKind(TokenKind.INVALID)) {
        cursor.expect(")");
      }
      open += cursor.isNext(0, "(") ? 1 : cursor.isNext(0, ")") ? -1 : 0;
      cursor.advance();
      empty = false;
    }
    return empty ? "" : cursor.textFrom(start);
  }

  private Definition drop(int start) throws SyntaxException {
    for (Drop.Kind kind : Drop.Kind.values()) {
      if (cursor.accept(kind.name())) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        QualifiedName name = grammar.sources.qualifiedName("a name");
        return new Drop(cursor.spanFrom(start), kind, ifExists, name);
      }
    }
    throw cursor.error();
  }

  private Definition alter(int start) throws SyntaxException {
    cursor.expect("TABLE");
    QualifiedName name = grammar.sources.qualifiedName("the name of a table");
    AlterTable.Action action = action();
    return new AlterTable(cursor.spanFrom(start), name, action);
  }

  private AlterTable.Action action() throws SyntaxException {
    if (cursor.accept("RENAME")) {
      return rename();
    }
    if (cursor.accept("ADD")) {
      if (cursor.at("CONSTRAINT") || cursor.at("CHECK")) {
        return new AlterTable.AddConstraint(grammar.constraints.addedConstraint());
      }
      acceptColumn();
      return new AlterTable.AddColumn(grammar.tables.column());
    }
    if (cursor.accept("DROP")) {
      if (cursor.accept("CONSTRAINT")) {
        return new AlterTable.DropConstraint(cursor.name("the name of a constraint"));
      }
      acceptColumn();
      return new AlterTable.DropColumn(cursor.name("the name of a column"));
    }
    cursor.expect("ALTER");
    acceptColumn();
    return notNull(cursor.name("the name of a column"));
  }

  private AlterTable.Action rename() throws SyntaxException {
    if (cursor.accept("TO")) {
      return new AlterTable.RenameTable(cursor.name("the name of a table"));
    }
    acceptColumn();
    Identifier from = cursor.name("the name of a column");
    cursor.expect("TO");
    return new AlterTable.RenameColumn(from, cursor.name("the name of a column"));
  }

  private AlterTable.Action notNull(Identifier column) throws SyntaxException {
    boolean drop = cursor.accept("DROP");
    if (!drop) {
      cursor.expect("SET");
    }
    cursor.expect("NOT");
    cursor.expect("NULL");
    Optional<ConflictAction> onConflict =
        drop ? Optional.empty() : grammar.constraints.onConflict();
    return new AlterTable.AlterNotNull(column, !drop, onConflict);
  }

  /** The word COLUMN, unless it is the name of the column itself. */
  private void acceptColumn() {
    cursor.accept("COLUMN");
  }
}

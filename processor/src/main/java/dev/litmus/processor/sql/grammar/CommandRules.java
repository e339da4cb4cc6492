package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Command;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.QualifiedName;
import java.util.Optional;

/**
 * Transactions, PRAGMA, ATTACH, VACUUM, ANALYZE and REINDEX.
 *
 * @see <a href="https://sqlite.org/lang_transaction.html">Transactions</a>, <a
 *     href="https://sqlite.org/pragma.html">PRAGMA</a>
 */
final class CommandRules {

  private final Grammar grammar;
  private final Cursor cursor;

  CommandRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Command command() throws SyntaxException {
    int start = cursor.start();
    if (cursor.accept("BEGIN")) {
      Optional<Command.Begin.Mode> mode = mode();
      Optional<Identifier> name = transaction();
      return new Command.Begin(cursor.spanFrom(start), mode, name);
    }
    if (cursor.accept("COMMIT") || cursor.accept("END")) {
      Optional<Identifier> name = transaction();
      return new Command.Commit(cursor.spanFrom(start), name);
    }
    if (cursor.accept("ROLLBACK")) {
      return rollback(start);
    }
    if (cursor.accept("SAVEPOINT")) {
      Identifier name = cursor.name("the name of a savepoint");
      return new Command.Savepoint(cursor.spanFrom(start), name);
    }
    if (cursor.accept("RELEASE")) {
      Identifier name = savepoint();
      return new Command.Release(cursor.spanFrom(start), name);
    }
    if (cursor.accept("PRAGMA")) {
      return pragma(start);
    }
    return database(start);
  }

  private Optional<Command.Begin.Mode> mode() {
    for (Command.Begin.Mode mode : Command.Begin.Mode.values()) {
      if (cursor.accept(mode.name())) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  private Optional<Identifier> transaction() throws SyntaxException {
    return cursor.accept("TRANSACTION") && cursor.isName() && !cursor.isNext(0, "TO")
        ? Optional.of(cursor.name("the name of a transaction"))
        : Optional.empty();
  }

  private Command rollback(int start) throws SyntaxException {
    Optional<Identifier> name = transaction();
    Optional<Identifier> savepoint =
        cursor.accept("TO") ? Optional.of(savepoint()) : Optional.empty();
    return new Command.Rollback(cursor.spanFrom(start), name, savepoint);
  }

  private Identifier savepoint() throws SyntaxException {
    cursor.accept("SAVEPOINT");
    return cursor.name("the name of a savepoint");
  }

  private Command pragma(int start) throws SyntaxException {
    QualifiedName name = grammar.sources.qualifiedName("the name of a pragma");
    boolean called = cursor.accept("(");
    Optional<String> value = called || cursor.accept("=") || cursor.accept("==")
        ? Optional.of(pragmaValue())
        : Optional.empty();
    if (called) {
      cursor.expect(")");
    }
    return new Command.Pragma(cursor.spanFrom(start), name, value, called);
  }

  private String pragmaValue() throws SyntaxException {
    boolean keyword =
        cursor.isNext(0, "ON") || cursor.isNext(0, "DELETE") || cursor.isNext(0, "DEFAULT");
    if (keyword || cursor.isName()) {
      return cursor.textOf(cursor.advance());
    }
    cursor.couldBe("a name");
    return grammar.tables.signedNumber();
  }

  private Command database(int start) throws SyntaxException {
    if (cursor.accept("ATTACH")) {
      cursor.accept("DATABASE");
      Expression file = grammar.expressions.expression();
      cursor.expect("AS");
      Expression name = grammar.expressions.expression();
      Optional<Expression> key =
          cursor.accept("KEY") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
      return new Command.Attach(cursor.spanFrom(start), file, name, key);
    }
    if (cursor.accept("DETACH")) {
      cursor.accept("DATABASE");
      Expression name = grammar.expressions.expression();
      return new Command.Detach(cursor.spanFrom(start), name);
    }
    if (cursor.accept("VACUUM")) {
      Optional<Identifier> schema =
          cursor.isName() ? Optional.of(cursor.name("a database")) : Optional.empty();
      Optional<Expression> into =
          cursor.accept("INTO") ? Optional.of(grammar.expressions.expression()) : Optional.empty();
      return new Command.Vacuum(cursor.spanFrom(start), schema, into);
    }
    boolean analyze = cursor.accept("ANALYZE");
    if (!analyze) {
      cursor.expect("REINDEX");
    }
    Optional<QualifiedName> target = cursor.isName()
        ? Optional.of(grammar.sources.qualifiedName("a table or an index"))
        : Optional.empty();
    return analyze
        ? new Command.Analyze(cursor.spanFrom(start), target)
        : new Command.Reindex(cursor.spanFrom(start), target);
  }
}

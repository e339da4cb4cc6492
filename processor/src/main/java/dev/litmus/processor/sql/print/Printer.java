package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.Command;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.ForeignKey;
import dev.litmus.processor.sql.tree.Frame;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.processor.sql.tree.TableConstraint;
import dev.litmus.processor.sql.tree.TypeName;
import dev.litmus.processor.sql.tree.Upsert;
import dev.litmus.processor.sql.tree.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes a tree as canonical SQL: keywords in upper case, one spelling for what has several, one space where space is
 * due, names, numbers and strings as they were written. What is printed means to SQLite what was parsed; parentheses
 * are nodes of the tree, so none is added or left out.
 *
 * <p>A node is replaced by its pieces until only text is left. Nothing calls itself, so no tree is too deep.
 */
public final class Printer {

  private final StringBuilder text = new StringBuilder();
  private final Deque<Piece> todo = new ArrayDeque<>();
  private boolean glued = true;

  private Printer() {}

  /** Returns the text of a statement, without a semicolon, or of a piece of one. */
  public static String print(Node node) {
    return new Printer().run(node);
  }

  private String run(Node root) {
    todo.push(new Piece.Part(root));
    while (!todo.isEmpty()) {
      Piece piece = todo.pop();
      if (piece instanceof Piece.Text token) {
        append(token.text());
      } else if (piece instanceof Piece.Part part) {
        List<Piece> pieces = pieces(part.node()).list();
        for (int i = pieces.size() - 1; i >= 0; i--) {
          todo.push(pieces.get(i));
        }
      } else {
        glued = true;
      }
    }
    return text.toString();
  }

  private void append(String token) {
    boolean separates =
        token.equals(",") || token.equals(")") || token.equals(".") || token.equals(";");
    boolean wouldBeComment = token.startsWith("-") && text.length() > 0 && last() == '-';
    if (wouldBeComment || !(glued || separates)) {
      text.append(' ');
    }
    text.append(token);
    glued = token.equals("(") || token.equals(".");
  }

  private char last() {
    return text.charAt(text.length() - 1);
  }

  private static Pieces pieces(Node node) {
    if (node instanceof Expression expression) {
      return expression.accept(ExpressionPieces.VISITOR);
    }
    if (node instanceof Identifier identifier) {
      return new Pieces().text(NameText.of(identifier));
    }
    if (node instanceof QualifiedName name) {
      return new Pieces().qualifier(name.schema()).node(name.name());
    }
    if (node instanceof Alias alias) {
      return new Pieces().textIf(alias.explicit(), "AS").node(alias.name());
    }
    if (node instanceof TypeName type) {
      return new Pieces().text(type.text());
    }
    if (node instanceof Statement statement) {
      return statement(statement);
    }
    return clause(node);
  }

  private static Pieces statement(Statement statement) {
    if (statement instanceof Statement.Explain explain) {
      return new Pieces()
          .text("EXPLAIN")
          .textIf(explain.queryPlan(), "QUERY PLAN")
          .node(explain.statement());
    }
    if (statement instanceof Change change) {
      return ChangePieces.of(change);
    }
    if (statement instanceof Definition definition) {
      return DefinitionPieces.of(definition);
    }
    return statement instanceof Command command
        ? CommandPieces.of(command)
        : QueryPieces.of(statement);
  }

  private static Pieces clause(Node node) {
    if (node instanceof Source source) {
      return SourcePieces.of(source);
    }
    if (node instanceof Upsert || node instanceof Assignment) {
      return ChangePieces.clause(node);
    }
    if (node instanceof Window
        || node instanceof Window.Declaration
        || node instanceof Frame
        || node instanceof Frame.Bound) {
      return WindowPieces.of(node);
    }
    if (node instanceof ColumnDefinition
        || node instanceof ColumnConstraint
        || node instanceof TableConstraint
        || node instanceof ForeignKey) {
      return ConstraintPieces.of(node);
    }
    return QueryPieces.of(node);
  }
}

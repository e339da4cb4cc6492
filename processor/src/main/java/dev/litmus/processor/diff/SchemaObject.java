package dev.litmus.processor.diff;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of a schema, in the one spelling that pieces are compared in.
 *
 * @param kind which of them it is
 * @param name its name as declared
 * @param table the table or view that it belongs to; its own name for a table or a view
 * @param columns those of a table or a view; none of an index or a trigger
 * @param definition what it says; empty when the structure of its statement is not known
 * @param lines the statement that makes it, without its semicolon, a column or a clause a line
 * @param tokens the same, token by token, names without quotes where they need none
 */
public record SchemaObject(
    Kind kind,
    String name,
    String table,
    List<Column> columns,
    Optional<Definition> definition,
    List<String> lines,
    List<String> tokens) {

  public SchemaObject {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    tokens = List.copyOf(tokens);
  }

  /** What a piece is; in the order in which they can be made. */
  public enum Kind {
    TABLE,
    VIRTUAL_TABLE,
    INDEX,
    VIEW,
    TRIGGER;

    /** Returns what messages call it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the word behind CREATE and DROP. */
    String keyword() {
      return this == VIRTUAL_TABLE ? TABLE.name() : name();
    }
  }

  /** Tells whether the other one is the same piece, whatever it says. */
  public boolean isCalledLike(SchemaObject other) {
    return kind == other.kind && name.equalsIgnoreCase(other.name);
  }

  /** Tells whether the other one means the same: quotes, comments and the case of keywords do not count. */
  public boolean isSame(SchemaObject other) {
    return isCalledLike(other) && tokens.equals(other.tokens);
  }

  /** Returns the statement that makes it, with its semicolon. */
  public String sql() {
    return String.join("\n", lines) + ";";
  }

  /** Returns the statement that removes it, with its semicolon. */
  String drop() {
    return "DROP " + kind.keyword() + " " + SqlName.of(name) + ";";
  }

  /** Tells whether one of its names, or what could be one, is this. */
  boolean mentions(String called) {
    return tokens.stream().anyMatch(token -> SqlName.meantBy(token).equalsIgnoreCase(called));
  }
}

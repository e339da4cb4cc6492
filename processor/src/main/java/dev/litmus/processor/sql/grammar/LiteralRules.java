package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.runtime.internal.sql.Token;
import java.util.Locale;

/** Values that are spelt out, and parameters: expressions of one token. */
final class LiteralRules {

  private final Cursor cursor;

  LiteralRules(Cursor cursor) {
    this.cursor = cursor;
  }

  Expression literal() {
    Token token = cursor.advance();
    String text = cursor.textOf(token);
    Span span = new Span(token.start(), token.end());
    return switch (token.kind()) {
      case PARAMETER -> Expression.Parameter.of(span, text);
      case STRING -> new Literal(span, Literal.Kind.TEXT, text);
      case BLOB -> new Literal(span, Literal.Kind.BLOB, text);
      case NUMBER -> new Literal(span, number(text), text);
      default ->
        new Literal(
            span, text.equalsIgnoreCase("NULL") ? Literal.Kind.NULL : Literal.Kind.TIME, text);
    };
  }

  private static Literal.Kind number(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean integer = lower.startsWith("0x") || !(lower.contains(".") || lower.contains("e"));
    return integer ? Literal.Kind.INTEGER : Literal.Kind.REAL;
  }
}

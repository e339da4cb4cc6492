package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Identifier;

/** A name in the quotes that it was written in: which they are can decide what SQLite takes it for. */
final class NameText {

  private NameText() {}

  static String of(Identifier identifier) {
    return switch (identifier.quote()) {
      case NONE -> identifier.name();
      case DOUBLE -> quoted(identifier.name(), "\"");
      case BACKTICK -> quoted(identifier.name(), "`");
      case SINGLE -> quoted(identifier.name(), "'");
      case BRACKET -> "[" + identifier.name() + "]";
    };
  }

  private static String quoted(String name, String quote) {
    return quote + name.replace(quote, quote + quote) + quote;
  }
}

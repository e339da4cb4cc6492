package dev.litmus.processor.generate;

/** SQL as Java source: a text block that holds it to the character, and javadoc that shows it. */
final class SqlLiteral {

  private SqlLiteral() {}

  /** Returns a text block, its lines not indented; what a text block would strip or change is written as an escape. */
  static String textBlock(String sql) {
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (i == 0 && Character.isWhitespace(c)) {
        block.append(firstSpace(c));
      } else if (c == '\n') {
        endLine(block, sql.charAt(i - 1));
      } else if (c == '"') {
        boolean third = block.toString().endsWith("\"\"");
        boolean last = i == sql.length() - 1;
        block.append(third || last ? "\\\"" : "\"");
      } else {
        block.append(escape(c));
      }
    }
    if (!sql.isEmpty()) {
      endText(block, sql.charAt(sql.length() - 1));
    }
    return "\"\"\"\n" + block + "\"\"\"";
  }

  /** One line must not begin with white space: what all lines begin with is stripped. */
  private static String firstSpace(char c) {
    return switch (c) {
      case ' ' -> "\\s";
      case '\n' -> "\\n\\\n";
      default -> isWide(c) ? "\\\n" + escape(c) : escape(c);
    };
  }

  /** White space at the end of a line is stripped, too. */
  private static void endLine(StringBuilder block, char before) {
    int last = block.length() - 1;
    if (block.charAt(last) == ' ') {
      block.replace(last, last + 1, "\\s\n");
    } else {
      block.append(isWide(before) ? "\\n\\\n" : "\n");
    }
  }

  /** So is white space that stands alone before the closing delimiter. */
  private static void endText(StringBuilder block, char before) {
    int last = block.length() - 1;
    if (block.charAt(last) == ' ') {
      block.replace(last, last + 1, "\\s");
    } else if (isWide(before)) {
      block.append("\\\n");
    }
  }

  /** White space that has no escape which is translated after stripping. */
  private static boolean isWide(char c) {
    return Character.isWhitespace(c) && c > ' ' && !Character.isISOControl(c);
  }

  private static String escape(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case ' ' -> " ";
      // Line ends to some of those who read or write the source.
      case '\u2028' -> "\\u2028";
      case '\u2029' -> "\\u2029";
      default -> Character.isISOControl(c) ? String.format("\\%03o", (int) c) : String.valueOf(c);
    };
  }

  /** Returns text for the inside of a {@code <pre>} in javadoc: nothing in it can end the comment or be a tag. */
  static String javadoc(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("\r", "");
  }
}

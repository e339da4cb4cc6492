package dev.litmus.processor.generate;

/** SQL as Java source: a text block that holds it to the character, and javadoc that shows it. */
final class SqlLiteral {

  private SqlLiteral() {}

  /** Returns a text block, its lines not indented; what a text block would strip is written as an escape. */
  static String textBlock(String sql) {
    StringBuilder block = new StringBuilder("\"\"\"\n");
    String[] lines = sql.split("\n", -1);
    boolean allIndented =
        sql.lines().filter(line -> !line.isBlank()).allMatch(line -> line.startsWith(" "));
    for (int i = 0; i < lines.length; i++) {
      String line = escape(lines[i]);
      if (i == 0 && allIndented && line.startsWith(" ")) {
        line = "\\s" + line.substring(1);
      }
      if (line.endsWith(" ")) {
        line = line.substring(0, line.length() - 1) + "\\s";
      }
      block.append(i == 0 ? "" : "\n").append(line);
    }
    return block.append("\"\"\"").toString();
  }

  private static String escape(String line) {
    String escaped = line.replace("\\", "\\\\")
        .replace("\"\"\"", "\\\"\"\"")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\f", "\\f")
        .replace("\0", "\\0");
    // A quote at the end would run into the closing delimiter.
    return escaped.endsWith("\"") ? escaped.substring(0, escaped.length() - 1) + "\\\"" : escaped;
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

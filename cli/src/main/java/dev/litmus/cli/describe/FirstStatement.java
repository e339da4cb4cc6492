package dev.litmus.cli.describe;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Command.Pragma;
import dev.litmus.processor.sql.tree.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first statement of a text, which is all that SQLite would look at.
 *
 * @param written the statement as written, at its place in the text
 */
record FirstStatement(ParsedQuery written) {

  /** PRAGMAs whose value says what they are asked about. */
  private static final Set<String> ASKING = Set.of(
      "foreign_key_check",
      "foreign_key_list",
      "index_info",
      "index_list",
      "index_xinfo",
      "integrity_check",
      "quick_check",
      "table_info",
      "table_list",
      "table_xinfo");

  /** Takes a text with at least one statement. */
  static FirstStatement of(ParsedQuery text) {
    int end = text.statement().span().end();
    return new FirstStatement(
        text.statements().size() == 1 ? text : QueryParser.parse(text.text().substring(0, end)));
  }

  /** Each parameter once: {@code chatId}, {@code m.chatId}, {@code ?}, {@code ?3}. */
  List<String> parameterNames() {
    return written.parameters().stream()
        .map(parameter -> name(parameter.path(), parameter.text()))
        .distinct()
        .toList();
  }

  static String name(List<String> path, String text) {
    return path.isEmpty() ? text : String.join(".", path);
  }

  boolean isExplain() {
    return written.verb().equals("EXPLAIN");
  }

  /**
   * Whether this is a PRAGMA, or EXPLAIN of one, that may take effect when it is prepared. Without a value it only asks. A
   * statement that we cannot parse may be one if the word stands in it.
   */
  boolean takesEffectUnrun() {
    return written
        .tree()
        .map(FirstStatement::explained)
        .map(statement -> statement instanceof Pragma pragma
            && pragma.value().isPresent()
            && !ASKING.contains(pragma.name().name().name().toLowerCase(Locale.ROOT)))
        .orElseGet(() ->
            written.tokens().stream().map(written::textOf).anyMatch("PRAGMA"::equalsIgnoreCase));
  }

  private static Statement explained(Statement statement) {
    return statement instanceof Statement.Explain explain ? explain.statement() : statement;
  }
}

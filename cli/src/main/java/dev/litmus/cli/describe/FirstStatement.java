package dev.litmus.cli.describe;

import dev.litmus.processor.sql.ParameterReference;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The first statement of a text, which is all that SQLite would look at.
 *
 * @param written the statement as written, at its place in the text
 * @param asked the same with only those parameters that SQLite must not see as they are
 */
record FirstStatement(ParsedQuery written, ParsedQuery asked) {

  private static final List<String> EXPLAINS = List.of("EXPLAIN", "QUERY", "PLAN");
  private static final int LEADING = EXPLAINS.size() + 1;

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
    int end = text.statements().get(0).end();
    ParsedQuery written = QueryParser.parse(text.text().substring(0, end));
    ParsedQuery asked = new ParsedQuery(
        written.text(),
        written.tokens(),
        written.words(),
        rewritten(written.parameters()),
        written.statements(),
        written.invalid());
    return new FirstStatement(written, asked);
  }

  /**
   * Names become positions, which must not fall on positions that are there already: beside {@code ?} and {@code ?3},
   * names stay as they are. Only a path never can: SQLite would stop at its dot.
   */
  private static List<ParameterReference> rewritten(List<ParameterReference> parameters) {
    boolean positions = parameters.stream().anyMatch(ParameterReference::isPositional);
    return parameters.stream()
        .filter(parameter -> parameter.path().size() > (positions ? 1 : 0))
        .toList();
  }

  /** Each parameter once: {@code chatId}, {@code m.chatId}, {@code ?}, {@code ?3}. */
  List<String> parameterNames() {
    return written.parameters().stream()
        .map(parameter -> parameter.isPositional()
            ? written.textOf(parameter.span())
            : String.join(".", parameter.path()))
        .distinct()
        .toList();
  }

  boolean isExplain() {
    return written.verb().equals("EXPLAIN");
  }

  /**
   * Whether this is a PRAGMA, or EXPLAIN of one, that may take effect when it is prepared. Without a value it only asks.
   */
  boolean takesEffectUnrun() {
    Optional<Word> pragma = written.words().stream()
        .limit(LEADING)
        .dropWhile(word -> EXPLAINS.contains(upper(word)))
        .findFirst()
        .filter(word -> word.is("PRAGMA"));
    return pragma.isPresent() && hasValue() && !ASKING.contains(pragmaAfter(pragma.get()));
  }

  private boolean hasValue() {
    return written.tokens().stream().map(written::textOf).anyMatch(List.of("=", "(")::contains);
  }

  /** The name behind the word PRAGMA, and behind the database's name if there is one. */
  private String pragmaAfter(Word pragma) {
    return written.words().stream()
        .filter(word -> word.position() > pragma.position() && !written.qualifies(word))
        .findFirst()
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static String upper(Word word) {
    return word.name().toUpperCase(Locale.ROOT);
  }
}

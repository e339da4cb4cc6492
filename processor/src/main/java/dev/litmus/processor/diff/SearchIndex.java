package dev.litmus.processor.diff;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition.CreateVirtualTable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a full-text index has its texts from.
 *
 * @see <a href="https://sqlite.org/fts5.html#external_content_and_contentless_tables">External content tables</a>
 */
final class SearchIndex {

  private static final Pattern CONTENT = Pattern.compile("(?is)content\\s*=\\s*(.*)");

  private SearchIndex() {}

  /** Returns the table that it is of, which is empty for an index without texts; nothing when the texts are its own. */
  static Optional<String> contentOf(SchemaObject table) {
    if (!(table.definition().orElse(null) instanceof CreateVirtualTable virtual)
        || !virtual.module().name().toLowerCase(Locale.ROOT).startsWith("fts")) {
      return Optional.empty();
    }
    return virtual.arguments().stream()
        .map(CONTENT::matcher)
        .filter(Matcher::matches)
        .map(matcher -> unquoted(matcher.group(1)))
        .findFirst();
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("'")
        ? value.substring(1, value.length() - 1).replace("''", "'")
        : SqlName.meantBy(value);
  }
}

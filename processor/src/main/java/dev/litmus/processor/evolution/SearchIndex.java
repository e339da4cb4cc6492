package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition.CreateVirtualTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An FTS5 index that reads its texts from another table.
 *
 * @param name its own
 * @param columns those it has
 * @param content the table that it reads
 * @param rowid the column of that table by which it finds rows; empty when it says nothing
 * @param statement what creates it
 * @see <a href="https://sqlite.org/fts5.html#external_content_tables">External content tables</a>
 */
record SearchIndex(
    String name,
    List<String> columns,
    String content,
    Optional<String> rowid,
    UpStatement statement) {

  SearchIndex {
    columns = List.copyOf(columns);
  }

  /** Returns the indexes of that kind that some statements create. */
  static List<SearchIndex> createdBy(List<UpStatement> statements) {
    List<SearchIndex> indexes = new ArrayList<>();
    for (UpStatement statement : statements) {
      statement
          .as(CreateVirtualTable.class)
          .filter(table -> SqlName.key(table.module().name()).equals("fts5"))
          .flatMap(table -> of(table, statement))
          .ifPresent(indexes::add);
    }
    return indexes;
  }

  private static Optional<SearchIndex> of(CreateVirtualTable table, UpStatement statement) {
    List<String> columns = new ArrayList<>();
    String content = "";
    Optional<String> rowid = Optional.empty();
    for (String argument : table.arguments()) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        columns.add(nameOf(argument));
        continue;
      }
      String option = SqlName.key(argument.substring(0, equals).strip());
      String value = unquoted(argument.substring(equals + 1).strip());
      if (option.equals("content")) {
        content = value;
      } else if (option.equals("content_rowid")) {
        rowid = Optional.of(value);
      }
    }
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SearchIndex(table.name().name().name(), columns, content, rowid, statement));
  }

  /** Returns the name of a column, behind which its options stand. */
  private static String nameOf(String argument) {
    ParsedQuery parsed = QueryParser.parse(argument);
    return parsed.tokens().isEmpty()
        ? ""
        : unquoted(parsed.textOf(parsed.tokens().get(0)));
  }

  private static String unquoted(String value) {
    boolean text = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return value.isEmpty()
        ? value
        : text ? value.substring(1, value.length() - 1).replace("''", "'") : SqlName.meantBy(value);
  }
}

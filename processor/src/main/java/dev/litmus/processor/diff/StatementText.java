package dev.litmus.processor.diff;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The statement that makes a piece of a schema, in one spelling: keywords in upper case, a column or a clause a line, no
 * comments. Where only a name can stand it has no quotes that it does not need: SQLite adds some when it renames a table.
 *
 * @param definition what it says; empty when its structure is not known, and then it stays as it was written
 * @param lines its text, without a semicolon
 * @param tokens its tokens, to compare
 */
record StatementText(Optional<Definition> definition, List<String> lines, List<String> tokens) {

  private static final Set<String> BEFORE_TABLE =
      Set.of("TABLE", "INDEX", "VIEW", "TRIGGER", "REFERENCES", "INTO", "UPDATE", "FROM", "JOIN");

  private static final Set<String> CLAUSES = Set.of(
      "SELECT",
      "FROM",
      "WHERE",
      "GROUP",
      "HAVING",
      "WINDOW",
      "ORDER",
      "LIMIT",
      "UNION",
      "EXCEPT",
      "INTERSECT",
      "VALUES",
      "SET",
      "RETURNING");

  /** Words that SQL has for values, and that are names in quotes. */
  private static final Set<String> VALUES =
      Set.of("TRUE", "FALSE", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");

  private static final Set<String> JOINS =
      Set.of("NATURAL", "LEFT", "RIGHT", "FULL", "OUTER", "INNER", "CROSS", "JOIN");

  StatementText {
    lines = List.copyOf(lines);
    tokens = List.copyOf(tokens);
  }

  static StatementText of(String sql) {
    ParsedQuery written = QueryParser.parse(sql);
    Optional<Statement> tree = written.tree();
    if (tree.isEmpty() || !(tree.get() instanceof Definition definition)) {
      return new StatementText(
          Optional.empty(), sql.lines().map(String::stripTrailing).toList(), compared(written));
    }
    return new StatementText(
        Optional.of(definition),
        lines(definition),
        compared(QueryParser.parse(Printer.print(definition))));
  }

  /** Returns the tokens of a text in the one spelling that they are compared in. */
  static List<String> tokens(String sql) {
    return compared(QueryParser.parse(sql));
  }

  private static List<String> compared(ParsedQuery text) {
    return text.tokens().stream().map(text::textOf).map(StatementText::compared).toList();
  }

  /** However a name is quoted, it is the same; without quotes, some would be values. */
  private static String compared(String token) {
    String name = SqlName.meantBy(token);
    if (name.equals(token)) {
      return token;
    }
    return VALUES.contains(name.toUpperCase(Locale.ROOT)) ? SqlName.quoted(name) : SqlName.of(name);
  }

  private static List<String> lines(Definition definition) {
    if (definition instanceof Definition.CreateTable table) {
      return table(table);
    }
    if (definition instanceof Definition.CreateTrigger trigger) {
      return trigger(trigger);
    }
    return definition instanceof Definition.CreateView view
        ? view(view)
        : List.of(firstTable(printed(definition)));
  }

  private static List<String> table(Definition.CreateTable table) {
    List<String> parts = new ArrayList<>();
    table.columns().stream().map(StatementText::column).forEach(parts::add);
    table.constraints().stream().map(StatementText::printed).forEach(parts::add);
    List<String> lines = new ArrayList<>();
    lines.add("CREATE TABLE " + SqlName.of(table.name().name().name()) + " (");
    for (int i = 0; i < parts.size(); i++) {
      lines.add("  " + parts.get(i) + (i + 1 < parts.size() ? "," : ""));
    }
    List<String> options = new ArrayList<>();
    if (table.strict()) {
      options.add("STRICT");
    }
    if (table.withoutRowid()) {
      options.add("WITHOUT ROWID");
    }
    lines.add((") " + String.join(", ", options)).stripTrailing());
    return lines;
  }

  /** Returns a column as it stands in a table, without the comma. */
  static String column(ColumnDefinition column) {
    String text = printed(column);
    Span name = QueryParser.parse(text).tokens().get(0);
    return SqlName.of(column.name().name()) + text.substring(name.end());
  }

  private static List<String> view(Definition.CreateView view) {
    String text = printed(view);
    String query = printed(view.query());
    List<String> lines = new ArrayList<>();
    lines.add(text.substring(0, text.length() - query.length()).stripTrailing());
    lines.addAll(clauses(query));
    return lines;
  }

  private static List<String> trigger(Definition.CreateTrigger trigger) {
    Definition.CreateTrigger head = new Definition.CreateTrigger(
        trigger.span(),
        trigger.temporary(),
        trigger.ifNotExists(),
        trigger.name(),
        trigger.time(),
        trigger.event(),
        trigger.updateOf(),
        trigger.table(),
        trigger.forEachRow(),
        trigger.when(),
        List.of());
    List<String> lines = new ArrayList<>();
    lines.add(firstTable(printed(head)).replaceFirst(" END$", ""));
    for (Statement statement : trigger.body()) {
      List<String> clauses = clauses(printed(statement));
      for (int i = 0; i < clauses.size(); i++) {
        lines.add("  " + clauses.get(i) + (i + 1 < clauses.size() ? "" : ";"));
      }
    }
    lines.add("END");
    return lines;
  }

  /** A clause a line, but for those in parentheses. */
  private static List<String> clauses(String sql) {
    ParsedQuery text = QueryParser.parse(sql);
    List<String> lines = new ArrayList<>();
    int start = 0;
    int open = 0;
    String before = "";
    for (Span span : text.tokens()) {
      String word = text.textOf(span).toUpperCase(Locale.ROOT);
      open += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (open == 0 && span.start() > start && begins(word, before)) {
        lines.add(sql.substring(start, span.start()).stripTrailing());
        start = span.start();
      }
      before = word;
    }
    lines.add(sql.substring(start));
    return lines;
  }

  private static boolean begins(String word, String before) {
    return JOINS.contains(word)
        ? !JOINS.contains(before)
        : CLAUSES.contains(word)
            && !before.equals("DISTINCT")
            && !before.equals("DELETE")
            && !(word.equals("SET") && before.equals("UPDATE"));
  }

  /** Prints a piece, and takes the quotes from names of tables that need none. */
  private static String printed(Node node) {
    ParsedQuery text = QueryParser.parse(Printer.print(node));
    StringBuilder bare = new StringBuilder();
    int copied = 0;
    String before = "";
    String beforeThat = "";
    for (Span span : text.tokens()) {
      String token = text.textOf(span);
      boolean isTable = BEFORE_TABLE.contains(before) && !beforeThat.equals("DISTINCT");
      bare.append(text.text(), copied, span.start()).append(isTable ? SqlName.bare(token) : token);
      copied = span.end();
      beforeThat = before;
      before = token.toUpperCase(Locale.ROOT);
    }
    return bare.append(text.text().substring(copied)).toString();
  }

  /** The same for the table of an index or a trigger, which stands behind the first ON. */
  private static String firstTable(String sql) {
    ParsedQuery text = QueryParser.parse(sql);
    for (int i = 0; i + 1 < text.tokens().size(); i++) {
      if (text.textOf(text.tokens().get(i)).equals("ON")) {
        Span name = text.tokens().get(i + 1);
        return sql.substring(0, name.start())
            + SqlName.bare(text.textOf(name))
            + sql.substring(name.end());
      }
    }
    return sql;
  }
}

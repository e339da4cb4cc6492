package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.TableConstraint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks SQLite what tables look like. */
final class ShapeReader {

  private static final Pattern CONTENT =
      Pattern.compile("content\\s*=\\s*['\"]?(\\w*)['\"]?", Pattern.CASE_INSENSITIVE);

  private final Connection connection;
  private final Map<String, String> statements = new HashMap<>();

  ShapeReader(Connection connection) {
    this.connection = connection;
  }

  Shapes read() throws SQLException {
    List<Shapes.Definition> definitions = definitions();
    List<TableShape> tables = new ArrayList<>();
    for (List<String> row :
        rows("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'"
            + " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            + " ORDER BY name")) {
      tables.add(
          row.get(1).equals("virtual")
              ? virtual(row.get(0))
              : table(row.get(0), row.get(2).equals("1"), row.get(3).equals("1")));
    }
    return new Shapes(tables, definitions);
  }

  private List<Shapes.Definition> definitions() throws SQLException {
    List<List<String>> rows = rows(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.add(SqlName.key(row.get(1))));
    List<Shapes.Definition> definitions = new ArrayList<>();
    for (List<String> row : rows) {
      statements.put(row.get(1), row.get(3));
      Set<String> words = words(QueryParser.parse(row.get(3)));
      words.retainAll(names);
      definitions.add(new Shapes.Definition(row.get(0), row.get(1), row.get(2), row.get(3), words));
    }
    return definitions;
  }

  /** Returns every token of a statement as a name is compared; some of them are names of tables. */
  static Set<String> words(ParsedQuery query) {
    Set<String> words = new LinkedHashSet<>();
    query.tokens().forEach(token -> words.add(SqlName.key(SqlName.meantBy(query.textOf(token)))));
    return words;
  }

  private TableShape table(String name, boolean withoutRowid, boolean strict) throws SQLException {
    List<TableShape.Key> keys = keys(name);
    List<List<String>> columns = rows(
        "SELECT name, type, \"notnull\", pk, dflt_value IS NOT NULL, hidden"
            + " FROM pragma_table_xinfo(?, 'main') ORDER BY cid",
        name);
    List<String> primary = columns.stream()
        .filter(column -> !column.get(3).equals("0"))
        .map(column -> column.get(0))
        .toList();
    boolean indexed = !rows("SELECT 1 FROM pragma_index_list(?, 'main') WHERE origin = 'pk'", name)
        .isEmpty();
    boolean numbered = !withoutRowid && primary.size() == 1 && !indexed;
    if (numbered) {
      keys.add(0, new TableShape.Key(primary));
    }
    List<ColumnShape> shapes = new ArrayList<>();
    List<ColumnShape> stored = new ArrayList<>();
    for (List<String> column : columns) {
      boolean key = primary.contains(column.get(0));
      ColumnShape shape = new ColumnShape(
          column.get(0),
          column.get(1),
          strict && column.get(1).equalsIgnoreCase("ANY")
              ? Affinity.BLOB
              : Affinity.of(column.get(1)),
          column.get(2).equals("1") || (key && (withoutRowid || strict || numbered)),
          key && numbered,
          key,
          column.get(4).equals("1") || (key && numbered));
      stored.add(shape);
      if (column.get(5).equals("0")) {
        shapes.add(shape);
      }
    }
    return new TableShape(
        name,
        TableShape.Kind.TABLE,
        strict,
        shapes,
        stored,
        keys,
        links(name),
        checked(name),
        Optional.empty());
  }

  private List<TableShape.Key> keys(String table) throws SQLException {
    List<TableShape.Key> keys = new ArrayList<>();
    for (List<String> index : rows(
        "SELECT name FROM pragma_index_list(?, 'main') WHERE \"unique\" ORDER BY seq DESC",
        table)) {
      List<String> columns = new ArrayList<>();
      for (List<String> column : rows(
          "SELECT name FROM pragma_index_info(?) WHERE name IS NOT NULL ORDER BY seqno",
          index.get(0))) {
        columns.add(column.get(0));
      }
      // An index over expressions, or over a part of the rows: whatever it speaks of tells rows
      // apart.
      parsed(index.get(0), Definition.CreateIndex.class)
          .ifPresent(tree -> tree.all(Expression.ColumnName.class)
              .map(column -> column.name().name())
              .filter(column -> columns.stream().noneMatch(column::equalsIgnoreCase))
              .forEach(columns::add));
      keys.add(new TableShape.Key(columns));
    }
    return keys;
  }

  private List<TableShape.ForeignLink> links(String table) throws SQLException {
    Map<String, List<List<String>>> byNumber = new LinkedHashMap<>();
    for (List<String> part : rows(
        "SELECT id, \"table\", \"from\", coalesce(\"to\", '') FROM pragma_foreign_key_list(?, 'main')"
            + " ORDER BY id DESC, seq",
        table)) {
      byNumber.computeIfAbsent(part.get(0), number -> new ArrayList<>()).add(part);
    }
    List<TableShape.ForeignLink> links = new ArrayList<>();
    for (List<List<String>> parts : byNumber.values()) {
      String parent = parts.get(0).get(1);
      List<String> to = parts.stream().map(part -> part.get(3)).toList();
      if (to.contains("")) {
        to =
            rows("SELECT name FROM pragma_table_xinfo(?, 'main') WHERE pk > 0 ORDER BY pk", parent)
                .stream()
                .map(column -> column.get(0))
                .toList();
      }
      if (to.size() == parts.size()) {
        links.add(new TableShape.ForeignLink(
            parts.stream().map(part -> part.get(2)).toList(), parent, to));
      }
    }
    return links;
  }

  private Map<String, List<Datum>> checked(String table) {
    Comparisons comparisons = new Comparisons();
    parsed(table, Definition.CreateTable.class)
        .ifPresent(tree -> Stream.concat(
                tree.all(ColumnConstraint.Check.class).map(ColumnConstraint.Check::condition),
                tree.all(TableConstraint.Check.class).map(TableConstraint.Check::condition))
            .forEach(comparisons::read));
    return comparisons.wanted();
  }

  private <T> Optional<T> parsed(String name, Class<T> kind) {
    return Optional.ofNullable(statements.get(name))
        .flatMap(sql -> QueryParser.parse(sql).tree())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private TableShape virtual(String name) throws SQLException {
    List<ColumnShape> columns = new ArrayList<>();
    for (List<String> column : rows(
        "SELECT name, type FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid",
        name)) {
      columns.add(VirtualColumns.column(column.get(0), column.get(1)));
    }
    Optional<Definition.CreateVirtualTable> tree =
        parsed(name, Definition.CreateVirtualTable.class);
    Optional<String> content = tree.stream()
        .flatMap(made -> made.arguments().stream())
        .map(CONTENT::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(named -> !named.isEmpty())
        .findFirst();
    String module = tree.map(made -> SqlName.key(made.module().name())).orElse("");
    return new TableShape(
        name,
        content.isPresent() ? TableShape.Kind.REBUILT : TableShape.Kind.VIRTUAL,
        false,
        VirtualColumns.of(
            module, tree.map(Definition.CreateVirtualTable::arguments).orElse(List.of()), columns),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        content);
  }

  private List<List<String>> rows(String sql, String... arguments) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            values.add(row.getString(i));
          }
          rows.add(values);
        }
      }
    }
    return rows;
  }
}

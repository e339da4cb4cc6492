package dev.litmus.processor.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.ResultTerm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names mean to us what they mean to SQLite: it is asked about thousands of queries in which they collide. */
class NameResolverPropertyTest {

  private static final int QUERIES = 6000;

  /** What a column is claimed to be, in strict tables, is what every row holds. */
  @Test
  void declaredIsNeverALie() throws SQLException, ScriptFailedException {
    RandomQueries queries = new RandomQueries(42);
    int accepted = 0;
    int claimed = 0;
    try (Schema schema = SchemaScript.run("test", RandomQueries.SCRIPT)) {
      for (int i = 0; i < QUERIES; i++) {
        String sql = queries.query();
        if (schema.refusal(sql).isPresent()) {
          continue;
        }
        accepted++;
        ParsedQuery query = QueryParser.parse(sql);
        Names names = NameResolver.resolve(query.tree().orElseThrow(), schema);
        claimed += checkOutput(schema, sql, names.output().orElse(List.of()));
        claimed += checkUses(schema, query, names);
      }
    }
    assertThat(accepted).isGreaterThan(QUERIES / 6);
    assertThat(claimed).isGreaterThan(QUERIES / 6);
  }

  private static int checkOutput(Schema schema, String sql, List<OutputColumn> output)
      throws SQLException {
    if (output.isEmpty()) {
      return 0;
    }
    List<String> names = schema.columnNames(sql);
    assertThat(output).as(sql).hasSize(names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = output.get(i).name();
      // The row number of a table is called by its primary key, if it has one.
      if (!name.isEmpty() && !Relation.ROWID.contains(name.toLowerCase(Locale.ROOT))) {
        assertThat(plain(name)).as(sql).isEqualToIgnoringCase(plain(names.get(i)));
      }
    }
    String types = output.stream()
        .map(column -> column.declared().map(Column::declaredType).orElse("ANY"))
        .collect(Collectors.joining(","));
    try (PreparedStatement statement = schema.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      for (int rows = 0; rows < 200 && row.next(); rows++) {
        for (int i = 0; i < output.size(); i++) {
          Object value = row.getObject(i + 1);
          String type = output.get(i).declared().map(Column::declaredType).orElse("");
          assertThat(value == null || type.isEmpty() || storageClass(value).equals(type))
              .as(sql + " [" + types + "] column " + i + ": " + value)
              .isTrue();
        }
      }
    }
    return (int) output.stream().filter(column -> column.declared().isPresent()).count();
  }

  /**
   * Joins may show through: in parentheses, {@code a.id} is called {@code id:1} behind a shared {@code id}; a shared column
   * of a FULL join is called as it is written, with all that is around it.
   */
  private static String plain(String name) {
    return name.replaceFirst(":\\d+$", "").replaceAll("^.*[.]|[\"\\[\\]()]", "");
  }

  private static String storageClass(Object value) {
    if (value instanceof byte[]) {
      return "BLOB";
    }
    return value instanceof String ? "TEXT" : value instanceof Double ? "REAL" : "INTEGER";
  }

  /** Wherever a name stands, a value of another storage class than the claimed one makes the query fail. */
  private static int checkUses(Schema schema, ParsedQuery query, Names names) throws SQLException {
    // As a part of something larger, a name of ORDER BY means another thing, and a result is called
    // otherwise.
    Set<Node> alone = Stream.concat(
            query.all(OrderingTerm.class), query.all(ResultTerm.Value.class))
        .flatMap(term -> term.children().stream())
        .flatMap(NameResolverPropertyTest::unwrapped)
        .collect(Collectors.toSet());
    List<Edit> probes = new ArrayList<>();
    for (ColumnUse use : names.columns()) {
      if (use.declared().isPresent() && !alone.contains(use.name())) {
        String name = query.textOf(use.name().span());
        String type = use.declared().get().declaredType().toLowerCase(Locale.ROOT);
        probes.add(new Edit(
            use.name().span(),
            "iif(typeof(" + name + ") IN ('null', '" + type + "'), " + name
                + ", json('a lie about ' || typeof(" + name + ")))"));
      }
    }
    String sql = Rewriter.of(Set.of()).rewrite(query, probes).text();
    if (probes.isEmpty() || schema.refusal(sql).isPresent()) {
      return 0;
    }
    try (PreparedStatement statement = schema.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      for (int rows = 0; rows < 200 && row.next(); rows++) {}
    } catch (SQLException e) {
      throw new AssertionError(query.text() + "\n" + sql, e);
    }
    return probes.size();
  }

  private static Stream<Node> unwrapped(Node node) {
    return node instanceof Expression.Parenthesized parenthesized
        ? unwrapped(parenthesized.inner())
        : Stream.of(node);
  }
}

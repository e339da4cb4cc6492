package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Word;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column of a table that a name in a query means for sure.
 *
 * @param table where it is declared
 * @param name the column without quotes and qualifier
 * @param declaredType as written in the migration; empty when there is none
 */
public record OperandColumn(Table table, String name, String declaredType) {

  /** A query with one of these alone has one scope: a name in it that the table has is the table's, or ambiguous. */
  private static final Set<String> SCOPES =
      Set.of("SELECT", "VALUES", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE", "JOIN");

  private static final Set<String> TABLE_FOLLOWS = Set.of("FROM", "INTO", "UPDATE");

  private static final String DECLARED_TYPE = """
      SELECT c.type
      FROM pragma_table_list(?) AS t, pragma_table_xinfo(t.name) AS c
      WHERE t.schema = 'main' AND t.type = 'table' AND c.name = ? COLLATE NOCASE""";

  /** Returns the column behind a name; empty when it could be another one, or is none of a table. */
  public static Optional<OperandColumn> find(Schema schema, ParsedQuery query, Word name)
      throws SQLException {
    List<QuerySources.Source> sources = QuerySources.of(query, schema).sources();
    if (sources.size() != 1 || !hasOneScope(query) || !isNamedAsTable(query, sources.get(0))) {
      return Optional.empty();
    }
    Table table = sources.get(0).table();
    String alias = sources.get(0).alias();
    if (name.qualifier().filter(q -> q.qualifier().isPresent() || !q.is(alias)).isPresent()) {
      return Optional.empty();
    }
    try (PreparedStatement statement = schema.prepare(DECLARED_TYPE)) {
      statement.setString(1, table.name());
      statement.setString(2, name.name());
      ResultSet row = statement.executeQuery();
      return row.next()
          ? Optional.of(new OperandColumn(table, name.name(), row.getString(1)))
          : Optional.empty();
    }
  }

  public Affinity affinity() {
    return Affinity.of(declaredType);
  }

  private static boolean hasOneScope(ParsedQuery query) {
    return words(query, SCOPES).count() == 1;
  }

  /** An alias may be the name of another table. */
  private static boolean isNamedAsTable(ParsedQuery query, QuerySources.Source source) {
    return words(query, TABLE_FOLLOWS)
        .anyMatch(before -> query.words().stream()
            .anyMatch(word -> word.position() == before.position() + 1
                && word.is(source.table().name())));
  }

  private static Stream<Word> words(ParsedQuery query, Set<String> names) {
    return query.words().stream()
        .filter(word -> !word.called() && names.stream().anyMatch(word::is));
  }
}

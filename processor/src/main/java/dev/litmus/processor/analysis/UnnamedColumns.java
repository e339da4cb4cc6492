package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables a statement takes columns of without naming them: by a star, a natural join, or an INSERT without a list. One
 * column more in such a table, and the statement means something else.
 */
public final class UnnamedColumns {

  private UnnamedColumns() {}

  /** Returns the tables and views, as the schema calls them; all of them when the structure is not known. */
  public static List<Table> of(ParsedQuery query, Schema schema) {
    if (query.tree().isEmpty()) {
      return schema.tables();
    }
    return takesUnnamed(query)
        ? query
            .all(Source.Table.class)
            .flatMap(source -> schema.table(source.name().name().name()).stream())
            .toList()
        : List.of();
  }

  private static boolean takesUnnamed(ParsedQuery query) {
    Set<Node> unread = query
        .all(Expression.Exists.class)
        .flatMap(exists -> exists.query().cores().stream())
        .flatMap(UnnamedColumns::results)
        .collect(Collectors.toSet());
    return query.all(Join.class).anyMatch(Join::natural)
        || query.all(Change.Insert.class).anyMatch(insert -> insert.columns().isEmpty())
        || query
            .all(ResultTerm.class)
            .anyMatch(term -> !(term instanceof ResultTerm.Value) && !unread.contains(term));
  }

  private static Stream<ResultTerm> results(SelectCore core) {
    return core instanceof SelectCore.Select select ? select.results().stream() : Stream.empty();
  }
}

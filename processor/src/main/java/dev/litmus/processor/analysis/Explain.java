package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Schema;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What EXPLAIN and the driver's metadata say of a query.
 *
 * @see <a href="https://sqlite.org/opcode.html">The SQLite bytecode engine</a>
 */
final class Explain {

  private Explain() {}

  static QueryFacts describe(Schema schema, String sql) throws SQLException {
    Set<String> reads = new TreeSet<>();
    Set<String> changes = new TreeSet<>();
    boolean writes = false;
    try (PreparedStatement statement = schema.prepare("EXPLAIN " + sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String opcode = row.getString("opcode");
        switch (opcode) {
          case "Transaction" -> writes |= row.getInt("p2") != 0;
          case "OpenRead" -> schema.tableAt(row.getLong("p2")).ifPresent(reads::add);
          case "OpenWrite" -> schema.tableAt(row.getLong("p2")).ifPresent(changes::add);
          case "VOpen" -> schema.virtualTableOf(row.getString("p4")).ifPresent(reads::add);
          case "VUpdate" -> schema.virtualTableOf(row.getString("p4")).ifPresent(changes::add);
          case "Clear" -> schema.tableAt(row.getLong("p1")).ifPresent(changes::add);
          default -> {}
        }
      }
    }
    reads.removeAll(changes);
    return new QueryFacts(
        columns(schema, sql),
        writes,
        QueryFacts.sorted(reads),
        QueryFacts.sorted(changes),
        plan(schema, sql));
  }

  private static List<ResultColumn> columns(Schema schema, String sql) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : schema.columnNames(sql)) {
      columns.add(new ResultColumn(name, columns.size() + 1));
    }
    return columns;
  }

  private static List<String> plan(Schema schema, String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    Map<Integer, Integer> depths = new HashMap<>();
    try (PreparedStatement statement = schema.prepare("EXPLAIN QUERY PLAN " + sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        int depth = depths.getOrDefault(row.getInt("parent"), -1) + 1;
        depths.put(row.getInt("id"), depth);
        plan.add("  ".repeat(depth) + row.getString("detail"));
      }
    }
    return plan;
  }
}

package dev.litmus.processor.analysis;

import dev.litmus.processor.inference.Inference;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.value.Cardinality;
import dev.litmus.processor.value.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What EXPLAIN and the driver's metadata say of a query.
 *
 * @see <a href="https://sqlite.org/opcode.html">The SQLite bytecode engine</a>
 */
final class Explain {

  /** The columns of EXPLAIN, by number: looking each up by its name costs more than the query. */
  private static final int OPCODE = 2;

  private static final int P1 = 3;
  private static final int P2 = 4;
  private static final int P3 = 5;
  private static final int P4 = 6;
  private static final int P5 = 7;

  /** {@code OPFLAG_P2ISREG}. */
  private static final int PAGE_IS_IN_REGISTER = 0x10;

  private static final int INTO_NO_FILE = 0;

  /** {@code PAGER_JOURNALMODE_QUERY}. */
  private static final int ASKED_ONLY = -1;

  private Explain() {}

  /**
   * Describes a statement that SQLite accepts.
   *
   * @param output what the structure says of its columns
   * @param inferred what else the structure says
   */
  static QueryFacts describe(
      Schema schema, String sql, Optional<List<OutputColumn>> output, Inference inferred)
      throws SQLException {
    Set<String> reads = new TreeSet<>();
    Set<String> changes = new TreeSet<>();
    boolean writes = false;
    try (PreparedStatement statement = schema.prepare("EXPLAIN " + sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String opcode = row.getString(OPCODE);
        switch (opcode) {
          case "Transaction" -> writes |= row.getInt(P2) != 0;
          case "OpenRead" -> opened(schema, row).ifPresent(reads::add);
          case "OpenWrite" -> opened(schema, row).ifPresent(changes::add);
          case "VOpen" -> schema.virtualTableOf(row.getString(P4)).ifPresent(reads::add);
          case "VUpdate" -> schema.virtualTableOf(row.getString(P4)).ifPresent(changes::add);
          case "Clear" -> schema.tableAt(row.getInt(P2), row.getLong(P1)).ifPresent(changes::add);
          case "Destroy" -> schema.tableAt(row.getInt(P3), row.getLong(P1)).ifPresent(changes::add);
          case "Vacuum" -> writes |= row.getInt(P2) == INTO_NO_FILE;
          case "JournalMode" -> writes |= row.getInt(P3) != ASKED_ONLY;
          default -> {}
        }
      }
    }
    reads.removeAll(changes);
    List<String> names = schema.columnNames(sql);
    Witnesses witnesses = Witnesses.compare(names, inferred.columns(), schema.declaredTypes(sql));
    return new QueryFacts(
        columns(names, output, witnesses),
        witnesses.sameColumns() ? inferred.cardinality() : Cardinality.of(Rows.MANY),
        inferred.parameters(),
        inferred.storing(),
        writes,
        QueryFacts.sorted(reads),
        QueryFacts.sorted(changes),
        plan(schema, sql),
        witnesses.disagreements());
  }

  /** A table that the statement itself creates has no page yet: p2 is then the register that will hold it. */
  private static Optional<String> opened(Schema schema, ResultSet row) throws SQLException {
    boolean inRegister = (row.getInt(P5) & PAGE_IS_IN_REGISTER) != 0;
    return inRegister ? Optional.empty() : schema.tableAt(row.getInt(P3), row.getLong(P2));
  }

  private static List<ResultColumn> columns(
      List<String> names, Optional<List<OutputColumn>> output, Witnesses witnesses) {
    List<OutputColumn> known =
        output.filter(list -> list.size() == names.size()).orElse(List.of());
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : names) {
      int index = columns.size();
      columns.add(new ResultColumn(
          name,
          index + 1,
          known.isEmpty() ? Optional.empty() : known.get(index).declared(),
          known.isEmpty()
              ? Optional.empty()
              : known.get(index).origin().map(OutputColumn.Origin::relation),
          witnesses.values().get(index)));
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

package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.health.SalvagedTable;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies what can be read of one table into the table of that name in the new file, which is empty. SQLite copies the values
 * itself, so that they keep their storage classes and every byte.
 */
final class TableSalvage {

  private static final String COLUMNS = """
      SELECT d.name FROM pragma_table_xinfo(?1, 'damaged') d
      JOIN pragma_table_xinfo(?1, 'main') m ON m.name = d.name COLLATE NOCASE
      WHERE d.hidden = 0 AND m.hidden = 0 ORDER BY m.cid""";
  private static final String FULL_INDEXES =
      "SELECT name FROM pragma_index_list(?1, 'damaged') WHERE partial = 0 ORDER BY origin = 'pk' DESC, name";
  private static final String KEY =
      "SELECT name FROM pragma_index_list(?1, 'damaged') WHERE origin = 'pk'";

  private static final String ALIAS =
      "SELECT name FROM pragma_table_info(?1, 'damaged') WHERE pk > 0";
  private static final String HELD =
      "SELECT name FROM pragma_index_xinfo(?1, 'damaged') WHERE cid >= 0";
  private static final String EXPRESSIONS =
      "SELECT 1 FROM pragma_index_xinfo(?1, 'damaged') WHERE cid = -2";

  private final Connection connection;
  private final String name;
  private final List<String> columns;
  private final @Nullable String rowid;
  private long rows;
  private long refused;
  private boolean damaged;

  private TableSalvage(
      Connection connection, String name, List<String> columns, @Nullable String rowid) {
    this.connection = connection;
    this.name = name;
    this.columns = columns;
    this.rowid = rowid;
  }

  /**
   * Copies a table.
   *
   * @return what came of it; null when nothing is known of such a table in the damaged file
   */
  static @Nullable SalvagedTable run(Connection connection, String name) throws SQLException {
    List<String> columns = Statements.texts(connection, COLUMNS, name);
    if (columns.isEmpty()) {
      return null;
    }
    String rowid = isWithoutRowid(connection, name) ? null : rowid(connection, name);
    return new TableSalvage(connection, name, columns, rowid).run();
  }

  private static boolean isWithoutRowid(Connection connection, String table) throws SQLException {
    return !Statements.texts(
            connection,
            "SELECT 1 FROM pragma_table_list WHERE schema = 'damaged' AND name = ?1 AND wr = 1",
            table)
        .isEmpty();
  }

  /** A name of the rowid that no column has; null when there is none. */
  private static @Nullable String rowid(Connection connection, String table) throws SQLException {
    List<String> taken =
        Statements.texts(connection, "SELECT name FROM pragma_table_xinfo(?1, 'damaged')", table)
            .stream()
            .map(column -> column.toLowerCase(Locale.ROOT))
            .toList();
    for (String name : List.of("rowid", "_rowid_", "oid")) {
      if (!taken.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private SalvagedTable run() throws SQLException {
    if (rowid != null) {
      ReadableRows readable =
          new ReadableRows(connection, Names.damaged(name), rowid, this::knownRowids, this::copy);
      damaged = !readable.run() || damaged;
      if (damaged) {
        copyFromIndexes();
      }
    } else {
      copyOrdered();
    }
    return new SalvagedTable(
        name, rows, refused, damaged ? lost() : OptionalLong.of(0), !damaged && refused == 0);
  }

  private void copy(Run run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert() + " " + select()
        + " NOT INDEXED WHERE " + rowid + " BETWEEN ? AND ? ORDER BY " + rowid + " LIMIT ?")) {
      statement.setLong(1, run.first());
      statement.setLong(2, run.last());
      // Without it SQLite looks for one row more, which may be where the damage is.
      statement.setInt(3, run.size());
      int changed = statement.executeUpdate();
      rows += changed;
      refused += run.size() - changed;
      return;
    } catch (SQLException e) {
      if (Damage.is(e) && run.size() == 1) {
        damaged = true;
        return;
      }
      if (Damage.isRefusal(e) && run.size() == 1) {
        refused++;
        return;
      }
      if (!Damage.is(e) && !Damage.isRefusal(e)) {
        throw e;
      }
    }
    copy(run.lowerHalf());
    copy(run.upperHalf());
  }

  private long @Nullable [] knownRowids() throws SQLException {
    for (String index : Statements.texts(connection, FULL_INDEXES, name)) {
      LongStream.Builder found = LongStream.builder();
      try (PreparedStatement statement = connection.prepareStatement("SELECT " + rowid + " FROM "
              + Names.damaged(name) + " INDEXED BY " + QuotedName.of(index));
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
        return found.build().sorted().toArray();
      } catch (SQLException e) {
        Damage.orThrow(e);
      }
    }
    return null;
  }

  private String insert() {
    return "INSERT OR IGNORE INTO " + Names.main(name) + " (" + list() + ")";
  }

  private String select() {
    return "SELECT " + list() + " FROM " + Names.damaged(name);
  }

  private String list() {
    List<String> all = new ArrayList<>();
    if (rowid != null) {
      all.add(rowid);
    }
    columns.forEach(column -> all.add(QuotedName.of(column)));
    return String.join(", ", all);
  }

  /** A table without rowids, or with columns of all the names that rowids have, which is read one way alone. */
  private void copyOrdered() throws SQLException {
    List<String> keys = Statements.texts(connection, KEY, name);
    boolean keyed = !keys.isEmpty() && isWithoutRowid(connection, name);
    OrderedRows ordered = new OrderedRows(
        connection,
        insert(),
        select(),
        keyed ? order(keys.get(0), false) : "",
        keyed ? order(keys.get(0), true) : "");
    damaged = !ordered.run();
    rows = ordered.copied();
    refused = ordered.refused();
  }

  /** An index that has all columns has the rows that the table has lost. */
  private void copyFromIndexes() throws SQLException {
    for (String index : Statements.texts(connection, FULL_INDEXES, name)) {
      if (!isCovering(index)) {
        continue;
      }
      OrderedRows covered = new OrderedRows(
          connection,
          insert(),
          select() + " INDEXED BY " + QuotedName.of(index),
          order(index, false),
          order(index, true));
      covered.run();
      rows += covered.copied();
    }
  }

  private boolean isCovering(String index) throws SQLException {
    List<String> held = new ArrayList<>(Statements.texts(connection, HELD, index));
    if (Statements.texts(connection, KEY, name).isEmpty()) {
      // A primary key without an index is the rowid, which every index has.
      held.addAll(Statements.texts(connection, ALIAS, name));
    }
    List<String> known =
        held.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    return columns.stream().allMatch(column -> known.contains(column.toLowerCase(Locale.ROOT)))
        && Statements.texts(connection, EXPRESSIONS, index).isEmpty();
  }

  private String order(String index, boolean backwards) throws SQLException {
    List<String> terms = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT name, coll, \"desc\" FROM pragma_index_xinfo(?1, 'damaged') WHERE key = 1 ORDER BY seqno")) {
      statement.setString(1, index);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          boolean down = row.getInt(3) != 0;
          terms.add(QuotedName.of(row.getString(1)) + " COLLATE " + QuotedName.of(row.getString(2))
              + (down == backwards ? "" : " DESC"));
        }
      }
    }
    return String.join(", ", terms);
  }

  /** As many as an index knows more rows of (count(*) would choose where it counts by itself); nothing when none can be read to its end. */
  private OptionalLong lost() throws SQLException {
    for (String index : Statements.texts(connection, FULL_INDEXES, name)) {
      try {
        long all = Statements.number(
            connection,
            "SELECT sum(1) FROM " + Names.damaged(name) + " INDEXED BY " + QuotedName.of(index));
        return OptionalLong.of(Math.max(0, all - rows - refused));
      } catch (SQLException e) {
        Damage.orThrow(e);
      }
    }
    return OptionalLong.empty();
  }
}

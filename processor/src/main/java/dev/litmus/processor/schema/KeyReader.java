package dev.litmus.processor.schema;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks SQLite what tells the rows of a table of main apart.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key">The INTEGER PRIMARY KEY</a>
 */
final class KeyReader {

  /** What the number of a row is called where no column is called so. */
  private static final List<String> ROWID = List.of("rowid", "_rowid_", "oid");

  private final Connection connection;
  private final String table;

  KeyReader(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  TableKeys read() throws SQLException {
    Set<String> notNull = new HashSet<>();
    List<String> columns = new ArrayList<>();
    List<String> primary = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT name, \"notnull\", pk FROM pragma_table_xinfo(?, 'main')")) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        columns.add(row.getString(1));
        if (row.getBoolean(2)) {
          notNull.add(row.getString(1));
        }
        if (row.getInt(3) > 0) {
          primary.add(row.getString(1));
        }
      }
    }
    List<UniqueKey> unique = new ArrayList<>();
    Optional<String> rowid = rowid(columns, primary);
    rowid.ifPresent(name -> {
      notNull.add(name);
      unique.add(new UniqueKey(List.of(new UniqueKey.Part(name, TableKeys.BINARY))));
    });
    unique.addAll(indexes());
    Map<String, String> collations = collations(columns);
    rowid.ifPresent(name -> collations.put(name, TableKeys.BINARY));
    return new TableKeys(rowid, unique, partialIndexes(), notNull, collations);
  }

  /** A primary key of one column without an index of its own is the number of the row. */
  private Optional<String> rowid(List<String> columns, List<String> primary) throws SQLException {
    if (count("SELECT wr FROM pragma_table_list WHERE name = ? AND schema = 'main'") != 0) {
      return Optional.empty();
    }
    boolean indexed =
        count("SELECT count(*) FROM pragma_index_list(?, 'main') WHERE origin = 'pk'") != 0;
    return primary.size() == 1 && !indexed
        ? Optional.of(primary.get(0))
        : ROWID.stream()
            .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
            .findFirst();
  }

  private int count(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private List<UniqueKey> indexes() throws SQLException {
    List<UniqueKey> keys = new ArrayList<>();
    for (String name : names("NOT partial")) {
      index(name).ifPresent(keys::add);
    }
    return keys;
  }

  private List<TableKeys.PartialKey> partialIndexes() throws SQLException {
    List<TableKeys.PartialKey> keys = new ArrayList<>();
    for (String name : names("partial")) {
      Optional<Expression> predicate = predicate(name);
      index(name)
          .flatMap(key -> predicate.map(where -> new TableKeys.PartialKey(key, where)))
          .ifPresent(keys::add);
    }
    return keys;
  }

  private List<String> names(String condition) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT name FROM pragma_index_list(?, 'main') WHERE \"unique\" AND " + condition
            + " ORDER BY origin <> 'pk', seq DESC")) {
      statement.setString(1, table);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private Optional<Expression> predicate(String index) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT sql FROM main.sqlite_schema WHERE type = 'index' AND name = ?")) {
      statement.setString(1, index);
      ResultSet row = statement.executeQuery();
      return row.next()
              && QueryParser.parse(row.getString(1)).tree().orElse(null)
                  instanceof Definition.CreateIndex definition
          ? definition.where()
          : Optional.empty();
    }
  }

  /** Empty for an index over an expression, which has a negative number instead of a column's. */
  private Optional<UniqueKey> index(String index) throws SQLException {
    List<UniqueKey.Part> parts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT cid, name, coll FROM pragma_index_xinfo(?, 'main') WHERE key ORDER BY seqno")) {
      statement.setString(1, index);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        if (row.getInt(1) < 0) {
          return Optional.empty();
        }
        parts.add(new UniqueKey.Part(row.getString(2), row.getString(3)));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new UniqueKey(parts));
  }

  /** No PRAGMA tells the collation of a column; the program of a comparison names it, {@code NOCASE-8}. */
  private Map<String, String> collations(List<String> columns) throws SQLException {
    Map<String, String> collations = new HashMap<>();
    for (String column : columns) {
      try (PreparedStatement statement = connection.prepareStatement("EXPLAIN SELECT +"
              + SqlName.quoted(column) + " < ?1 FROM main." + SqlName.quoted(table));
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (row.getString("opcode").matches("Lt|Ge|Gt|Le")) {
            // The number of a row has none.
            String named = row.getString("p4");
            collations.put(
                column, named == null ? TableKeys.BINARY : named.replaceFirst("-[0-9]+$", ""));
          }
        }
      }
    }
    return collations;
  }
}

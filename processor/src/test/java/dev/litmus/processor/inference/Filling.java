package dev.litmus.processor.inference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kinds of rows a small database is filled with. */
enum Filling {
  EMPTY,
  /** One row in each table. */
  ONE,
  /** Values of the declared types, few different ones, so that they meet. */
  DECLARED,
  /** As declared, and NULL wherever it may be in half of the cases. */
  NULLS,
  /** Rows that are as alike as keys let them be. */
  ALIKE,
  /** Values of any storage class, BLOBs in columns of text excepted. */
  ODD,
  /** Any, and numbers at the ends of what there is. */
  EXTREME;

  private static final List<Object> NUMBERS = List.of(0L, 1L, 2L, 3L, -1L);
  private static final List<Object> REALS = List.of(0.0, 1.0, 0.5, 2.5, -1.5);
  private static final List<Object> TEXTS = List.of(
      "a",
      "A",
      "a",
      "A",
      "b",
      "",
      "1",
      "01",
      "abc",
      "a ",
      "2024-01-31",
      "{\"a\":null}",
      "[1,null]");
  private static final List<Object> BLOBS =
      List.of(new byte[0], new byte[] {'a'}, new byte[] {0}, new byte[] {'1'});
  private static final List<Object> ENDS = List.of(
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      1e308,
      "9e999",
      "9223372036854775808");

  /** Tells whether columns hold what they are declared to. */
  boolean isAsDeclared() {
    return this != ODD && this != EXTREME;
  }

  /** A column that rows are made for. */
  private record Stored(String name, String type, boolean notNull) {}

  void fill(Connection connection, Dice dice) throws SQLException {
    for (String table : tables(connection)) {
      List<Stored> columns = columns(connection, table);
      int attempts = this == EMPTY ? 0 : this == ONE ? 1 : 3 + dice.below(4);
      for (int i = 0; i < attempts; i++) {
        insert(connection, table, columns, dice);
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual')"
                + " AND schema = 'main' AND name NOT LIKE 'sqlite%'")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static List<Stored> columns(Connection connection, String table) throws SQLException {
    List<Stored> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name, type, \"notnull\" FROM pragma_table_xinfo('"
                + table + "') WHERE hidden = 0")) {
      while (row.next()) {
        columns.add(new Stored(
            row.getString(1), row.getString(2).toUpperCase(Locale.ROOT), row.getInt(3) == 1));
      }
    }
    return columns;
  }

  private void insert(Connection connection, String table, List<Stored> columns, Dice dice)
      throws SQLException {
    String names = String.join(", ", columns.stream().map(Stored::name).toList());
    String sql = "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (?"
        + ", ?".repeat(columns.size() - 1) + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        statement.setObject(i + 1, value(columns.get(i), dice));
      }
      statement.execute();
    } catch (SQLException e) {
      // What a constraint refuses stays out.
      return;
    }
  }

  private @Nullable Object value(Stored column, Dice dice) {
    if (!column.notNull() && dice.chance(this == NULLS ? 50 : 15)) {
      return null;
    }
    if (this == ALIKE) {
      return any(column, dice, 2);
    }
    return any(column, dice, Integer.MAX_VALUE);
  }

  private Object any(Stored column, Dice dice, int most) {
    boolean text = isText(column.type());
    if (this == EXTREME && dice.chance(30)) {
      return dice.pick(ENDS);
    }
    if (!isAsDeclared() && dice.chance(60)) {
      List<List<Object>> kinds =
          text ? List.of(NUMBERS, REALS, TEXTS) : List.of(NUMBERS, REALS, TEXTS, BLOBS);
      return dice.pick(dice.pick(kinds));
    }
    List<Object> values = declared(column.type(), dice);
    return values.get(dice.below(Math.min(most, values.size())));
  }

  private static boolean isText(String type) {
    return type.contains("CHAR") || type.contains("TEXT");
  }

  private static List<Object> declared(String type, Dice dice) {
    if (type.contains("INT") || type.contains("BOOL")) {
      return NUMBERS;
    }
    if (isText(type)) {
      return TEXTS;
    }
    if (type.contains("BLOB")) {
      return BLOBS;
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return REALS;
    }
    return type.contains("NUM") || type.contains("DEC")
        ? dice.pick(List.of(NUMBERS, REALS))
        : dice.pick(List.of(NUMBERS, TEXTS, NUMBERS, BLOBS));
  }
}

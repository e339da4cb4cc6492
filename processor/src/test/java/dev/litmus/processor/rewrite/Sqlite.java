package dev.litmus.processor.rewrite;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs rewritten SQL on the real engine. */
final class Sqlite implements AutoCloseable {

  final Schema schema;

  Sqlite(String script) throws SQLException {
    try {
      schema = SchemaScript.run("test", script);
    } catch (ScriptFailedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the rows, each with its values as the driver gives them, bytes as a list. */
  List<List<@Nullable Object>> rows(RewrittenSql sql, Values values) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement statement = schema.prepare(sql.text())) {
      if (statement.getParameterMetaData().getParameterCount() != sql.bindings().size()) {
        throw new AssertionError("not " + sql.bindings().size() + " positions: " + sql.text());
      }
      for (int i = 0; i < sql.bindings().size(); i++) {
        Object value = values.of(sql.bindings().get(i));
        statement.setObject(i + 1, value instanceof List<?> bytes ? bytes(bytes) : value);
      }
      if (statement.execute()) {
        ResultSet row = statement.getResultSet();
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          List<@Nullable Object> cells = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            Object cell = row.getObject(i);
            cells.add(cell instanceof byte[] blob ? list(blob) : cell);
          }
          rows.add(cells);
        }
      }
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + ": " + sql.text(), e);
    }
    return rows;
  }

  void execute(String sql) throws SQLException {
    try (PreparedStatement statement = schema.prepare(sql)) {
      statement.execute();
    }
  }

  Names names(ParsedQuery query) {
    return NameResolver.resolve(query.tree().orElseThrow(), schema);
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }

  private static List<Byte> list(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte b : bytes) {
      list.add(b);
    }
    return list;
  }

  private static byte[] bytes(List<?> list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (Byte) list.get(i);
    }
    return bytes;
  }

  /** What positions are bound to. */
  record Values(
      Map<String, ?> named, List<? extends @Nullable Object> keys, long limit, long offset) {

    static Values of(Map<String, ?> named) {
      return new Values(named, List.of(), -1, 0);
    }

    Values withKeys(List<? extends @Nullable Object> others) {
      return new Values(named, others, limit, offset);
    }

    Values withLimit(long most, long before) {
      return new Values(named, keys, most, before);
    }

    @Nullable
    Object of(Slot slot) {
      if (slot instanceof Slot.Value value) {
        return named.get(String.join(".", value.path()));
      }
      if (slot instanceof Slot.Key key) {
        return keys.get(key.term());
      }
      return slot instanceof Slot.Limit ? limit : offset;
    }
  }

  /** Returns the last cells of a row. */
  static List<@Nullable Object> last(List<@Nullable Object> row, int count) {
    return new ArrayList<>(Arrays.asList(row.toArray()).subList(row.size() - count, row.size()));
  }
}

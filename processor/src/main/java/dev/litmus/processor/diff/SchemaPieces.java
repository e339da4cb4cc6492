package dev.litmus.processor.diff;

import dev.litmus.processor.diff.SchemaObject.Kind;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * All pieces of a schema, in an order that does not depend on how they came to be: tables by name, each with its indexes
 * and triggers, then virtual tables, then views. They can be made in that order.
 */
public final class SchemaPieces {

  /** Neither what SQLite makes by itself, nor the history of migrations, nor how virtual tables keep their rows. */
  private static final String PIECES = """
      SELECT type, name, tbl_name, sql,
        EXISTS (
          SELECT * FROM pragma_table_list AS l
          WHERE l.schema = 'main' AND l.type = 'virtual' AND l.name = s.name)
      FROM sqlite_schema AS s
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> '_migrations'
        AND tbl_name NOT IN (
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
      """;

  private SchemaPieces() {}

  public static List<SchemaObject> of(Schema schema) throws SQLException {
    List<SchemaObject> objects = new ArrayList<>();
    try (PreparedStatement statement = schema.prepare(PIECES);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Kind kind = row.getBoolean(5)
            ? Kind.VIRTUAL_TABLE
            : Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
        objects.add(object(schema, kind, row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return sorted(objects);
  }

  private static SchemaObject object(
      Schema schema, Kind kind, String name, String table, String sql) {
    boolean hasColumns = kind != Kind.INDEX && kind != Kind.TRIGGER;
    List<Column> columns =
        hasColumns ? schema.table(name).map(Table::columns).orElse(List.of()) : List.of();
    StatementText text = StatementText.of(sql);
    return new SchemaObject(
        kind, name, table, columns, text.definition(), text.lines(), text.tokens());
  }

  private static List<SchemaObject> sorted(List<SchemaObject> objects) {
    Map<String, Kind> owners = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    objects.stream()
        .filter(object -> object.name().equalsIgnoreCase(object.table()))
        .filter(object -> object.kind() != Kind.INDEX && object.kind() != Kind.TRIGGER)
        .forEach(object -> owners.put(object.name(), object.kind()));
    return objects.stream()
        .sorted(Comparator.comparing(
                (SchemaObject object) -> owners.getOrDefault(object.table(), object.kind()))
            .thenComparing(SchemaObject::table, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(object -> object.kind() == Kind.INDEX || object.kind() == Kind.TRIGGER)
            .thenComparing(SchemaObject::kind)
            .thenComparing(SchemaObject::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}

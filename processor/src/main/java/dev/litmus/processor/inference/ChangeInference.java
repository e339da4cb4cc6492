package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Upsert;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a change stores, and what its RETURNING yields: the rows as they are afterwards, or, of a DELETE, as they were.
 *
 * @see <a href="https://sqlite.org/lang_returning.html">RETURNING</a>
 */
final class ChangeInference {

  private final Inferring inferring;
  private final Change change;
  private final Span target;
  private final Optional<Table> table;
  private final List<StoredValue> stored = new ArrayList<>();

  ChangeInference(Inferring inferring, Change change) {
    this.inferring = inferring;
    this.change = change;
    this.target = change.target().name().span();
    this.table = Optional.ofNullable(inferring.subject().names().relations().get(target))
        .flatMap(Relation::table);
  }

  /** Returns what the columns of RETURNING can hold, and what is stored. */
  Changed infer() {
    CommonTables common = new CommonTables(inferring);
    Context around = common.with(change.with(), Context.NOTHING);
    Context row = new SourceInference(inferring)
        .declared(change.target().name())
        .map(fields -> around.with(target, fields))
        .orElse(around);
    Context returned = after(around, row);
    common.visitAll();
    return new Changed(
        inferring.queries().results(change.returning(), returned).map(this::withReals),
        table.map(known -> new Storing(known, stored, required(known))));
  }

  private List<Value> withReals(List<Value> values) {
    return table
        .filter(known -> !(change instanceof Change.Delete) && ReturnedReals.arePossible(known))
        .map(known -> ReturnedReals.of(inferring.subject(), change.returning(), values))
        .orElse(values);
  }

  /** What is told of a change. */
  record Changed(Optional<List<Value>> columns, Optional<Storing> storing) {}

  private Context after(Context around, Context row) {
    if (change instanceof Change.Insert insert) {
      return insert(insert, around, row);
    }
    if (change instanceof Change.Update update) {
      return update(update, row);
    }
    Change.Delete delete = (Change.Delete) change;
    tail(delete.orderBy(), delete.limit(), row);
    return unlessTriggered(row, inferring.queries().narrowed(row, delete.where()));
  }

  /** A trigger may change the row between WHERE and RETURNING. */
  private Context unlessTriggered(Context row, Context narrowed) {
    boolean triggered = table.filter(inferring.subject().schema()::hasTriggers).isPresent();
    return triggered ? row : narrowed;
  }

  private void tail(List<OrderingTerm> orderBy, Optional<Limit> limit, Context row) {
    orderBy.forEach(term -> inferring.in(row).of(term.expression()));
    limit.ifPresent(bounds -> {
      limit(bounds.count(), row);
      bounds.offset().ifPresent(offset -> limit(offset, row));
    });
  }

  private void limit(Expression expression, Context row) {
    inferring.uses().expect(expression, Kind.LIMIT, SqlType.INTEGER, Optional.empty());
    inferring.in(row).of(expression);
  }

  private Context update(Change.Update update, Context row) {
    Context rows = update
        .from()
        .map(from -> new FromInference(inferring).rows(from, row, List.of(target)))
        .orElse(row);
    Map<String, Value> set = new HashMap<>();
    Context found = inferring.queries().narrowed(rows, update.where());
    assign(update.assignments(), found)
        .forEach(value -> set.put(
            Ref.of(target, value.column().name()).column(),
            unlessParameter(value.expression(), value.value())));
    tail(update.orderBy(), update.limit(), row);
    return withStored(unlessTriggered(rows, found), set, assigned(update.assignments()));
  }

  private Set<Ref> assigned(List<Assignment> assignments) {
    Set<Ref> assigned = new HashSet<>();
    for (Assignment assignment : assignments) {
      assignment.columns().forEach(column -> assigned.add(Ref.of(target, column.name())));
    }
    return assigned;
  }

  /**
   * What is stored is what is returned, NULL or not. Generated columns change with it.
   *
   * @param set the columns that are set at all
   */
  private Context withStored(Context row, Map<String, Value> values, Set<Ref> set) {
    boolean plain = table.filter(known -> known.kind() == Table.Kind.TABLE).isPresent();
    Set<Ref> forgotten = new HashSet<>(set);
    table.stream()
        .flatMap(known -> known.columns().stream())
        .filter(Column::generated)
        .forEach(column -> forgotten.add(Ref.of(target, column.name())));
    Context after = row.forgetting(forgotten);
    return after.replacing(target, field -> {
      Optional<Value> value =
          Optional.ofNullable(values.get(Ref.of(target, field.name()).column()));
      if (!plain) {
        boolean given =
            change instanceof Change.Insert || set.contains(Ref.of(target, field.name()));
        return given ? new Fields.Field(field.name(), handedOver(value)) : field;
      }
      return value.filter(known -> !known.isNullable()).isPresent()
          ? new Fields.Field(field.name(), field.value().notNull())
          : field;
    });
  }

  /** A view stores nothing, and no constraint of its tables is asked: what goes to its triggers comes back. */
  private static Value handedOver(Optional<Value> value) {
    return value
        .map(known -> known.with(Classes.ANY, Classes.ANY))
        .orElseGet(() -> Value.unknown("a view returns what it is given, and nothing is"));
  }

  private List<StoredValue> assign(List<Assignment> assignments, Context row) {
    List<StoredValue> values = new ArrayList<>();
    for (Assignment assignment : assignments) {
      List<Expression> items = assignment.value() instanceof Expression.RowValue several
          ? several.items()
          : List.of(assignment.value());
      inferring.in(row).of(assignment.value());
      for (int i = 0;
          i < assignment.columns().size()
              && items.size() == assignment.columns().size();
          i++) {
        store(assignment.columns().get(i).name(), items.get(i), row).ifPresent(values::add);
      }
    }
    return values;
  }

  private Optional<StoredValue> store(String column, Expression expression, Context row) {
    Value value = inferring.in(row).of(expression);
    Optional<Column> declared = table.flatMap(known -> known.column(column));
    inferring
        .uses()
        .expect(
            expression,
            Kind.STORED,
            declared.map(ColumnValues::declared).map(classes -> classes.type()).orElse(SqlType.ANY),
            declared);
    Optional<StoredValue> found = declared.map(known -> new StoredValue(known, expression, value));
    found.ifPresent(stored::add);
    return found;
  }

  private Context insert(Change.Insert insert, Context around, Context row) {
    Map<String, Value> set = new HashMap<>();
    List<String> columns = columns(insert);
    if (insert.rows().isPresent()
        && insert.rows().get().first() instanceof SelectCore.Values values
        && insert.rows().get().others().isEmpty()) {
      for (SelectCore.Values.Row items : values.rows()) {
        for (int i = 0; i < Math.min(columns.size(), items.items().size()); i++) {
          Value value = inferring.in(around).of(items.items().get(i));
          store(columns.get(i), items.items().get(i), around);
          set.merge(
              Ref.of(target, columns.get(i)).column(),
              unlessParameter(items.items().get(i), value),
              Value::or);
        }
      }
    } else {
      insert
          .rows()
          .flatMap(rows -> inferring.queries().columns(rows, around))
          .filter(values -> values.size() == columns.size())
          .ifPresent(values -> {
            for (int i = 0; i < values.size(); i++) {
              set.put(Ref.of(target, columns.get(i)).column(), values.get(i));
            }
          });
      insert.rows().ifPresent(rows -> meetSelected(rows.first(), columns));
    }
    insert.upserts().forEach(upsert -> upsert(upsert, row));
    return insert.upserts().isEmpty() ? withStored(row, set, Set.of()) : row;
  }

  /** {@code INSERT INTO t (a) SELECT :a}. */
  private void meetSelected(SelectCore core, List<String> columns) {
    if (core instanceof SelectCore.Select select && select.results().size() == columns.size()) {
      for (int i = 0; i < columns.size(); i++) {
        int index = i;
        if (select.results().get(i) instanceof ResultTerm.Value value) {
          table
              .flatMap(known -> known.column(columns.get(index)))
              .ifPresent(column -> inferring
                  .uses()
                  .expect(
                      value.expression(),
                      Kind.STORED,
                      ColumnValues.declared(column).type(),
                      Optional.of(column)));
        }
      }
    }
  }

  /** Unless more is known of it, a parameter that is stored where NULL may be is NULL at times. */
  private Value unlessParameter(Expression expression, Value value) {
    return inferring.assumptions().complete() || !Comparison.isParameter(expression)
        ? value
        : value.orNull(NullReason.of("the parameter may be null"));
  }

  private List<String> columns(Change.Insert insert) {
    return insert.columns().isEmpty()
        ? table.stream()
            .flatMap(known -> known.columns().stream())
            .filter(column -> !column.hidden() && !column.generated())
            .map(Column::name)
            .toList()
        : insert.columns().stream().map(Identifier::name).toList();
  }

  private void upsert(Upsert upsert, Context row) {
    Context both = new SourceInference(inferring)
        .declared(change.target().name())
        .map(fields -> row.with(upsert.span(), fields))
        .orElse(row);
    upsert.targetWhere().ifPresent(where -> inferring.in(row).of(where));
    Context found = inferring.queries().narrowed(both, upsert.where());
    assign(upsert.assignments(), found);
  }

  /** Returns the columns that an INSERT has to name. */
  private List<Column> required(Table known) {
    if (!(change instanceof Change.Insert insert) || known.kind() != Table.Kind.TABLE) {
      return List.of();
    }
    List<String> named = insert.rows().isEmpty() ? List.of() : columns(insert);
    return known.columns().stream()
        .filter(column -> column.notNull() && !column.hasDefault() && !column.generated())
        .filter(column -> named.stream().noneMatch(column.name()::equalsIgnoreCase))
        .toList();
  }
}

package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the columns of one source can hold: a table, a view, a common table, a function, a subquery. */
final class SourceInference {

  private final Inferring inferring;

  SourceInference(Inferring inferring) {
    this.inferring = inferring;
  }

  Optional<Fields> fields(Source source, Context context) {
    if (source instanceof Source.Table table) {
      return commonOrDeclared(table.name(), context);
    }
    if (source instanceof Source.Function function) {
      function
          .arguments()
          .forEach(argument -> inferring
              .uses()
              .expect(argument, ParameterUse.Kind.OTHER, argument(function), Optional.empty()));
      return declared(function.name());
    }
    return source instanceof Source.Derived derived
        ? inferring
            .queries()
            .columns(derived.query(), context.inside())
            .flatMap(values -> named(Relation.pieceOf(derived), values))
        : Optional.empty();
  }

  private static SqlType argument(Source.Function function) {
    return TableFunctions.argument(function.name().name().name());
  }

  private Optional<Fields> commonOrDeclared(QualifiedName name, Context context) {
    Optional<Supplier<Optional<List<Value>>>> common = name.schema().isPresent()
        ? Optional.empty()
        : context.common().find(name.name().name());
    return common.isPresent()
        ? common.get().get().flatMap(values -> named(name.span(), values))
        : declared(name);
  }

  private Optional<Fields> named(Span piece, List<Value> values) {
    return relation(piece).flatMap(relation -> Fields.of(relation.columnNames(), values));
  }

  private Optional<Relation> relation(Span piece) {
    return Optional.ofNullable(inferring.subject().names().relations().get(piece));
  }

  /** Returns the columns of what is no common table. */
  Optional<Fields> declared(QualifiedName name) {
    Optional<Relation> relation = relation(name.span());
    Optional<Table> table = relation.flatMap(Relation::table);
    if (table.isEmpty()) {
      return relation
          .flatMap(Relation::columns)
          .map(columns -> TableFunctions.fields(name.name().name(), columns));
    }
    return table.get().kind() == Table.Kind.VIEW
        ? view(table.get())
        : Optional.of(fields(table.get()));
  }

  static Fields fields(Table table) {
    boolean virtual = table.kind() == Table.Kind.VIRTUAL;
    List<Fields.Field> all = new ArrayList<>();
    for (Column column : table.columns()) {
      Value value = virtual ? VirtualTables.value(table, column) : ColumnValues.of(table, column);
      all.add(new Fields.Field(column.name(), value));
    }
    return new Fields(all, Optional.of(rowid(table, all)));
  }

  /** The INTEGER PRIMARY KEY has all names of the number of a row; a table without rowids is never asked for it. */
  private static Fields.Field rowid(Table table, List<Fields.Field> fields) {
    return table.columns().stream()
        .filter(Column::numbersRows)
        .findFirst()
        .flatMap(column ->
            fields.stream().filter(field -> field.name().equals(column.name())).findFirst())
        .orElse(new Fields.Field("rowid", Value.of(Classes.INTEGER)));
  }

  /** The body of a view is looked at like a query; its own text is no place for a message about another one. */
  private Optional<Fields> view(Table view) {
    return Subject.ofView(inferring.subject(), view)
        .flatMap(
            body -> inferring.over(body).queries().columns((Query) body.query(), Context.NOTHING))
        .map(values -> values.stream().map(value -> seen(view, value)).toList())
        .flatMap(values -> Fields.of(view.columnNames(), values));
  }

  private static Value seen(Table view, Value value) {
    Optional<NullReason> reason = value
        .nullReason()
        .map(inner -> NullReason.of("in the view `" + view.name() + "`, " + inner.words()));
    return new Value(value.expected(), value.possible(), reason);
  }
}

package dev.litmus.processor.refute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives rows small numbers, and those that lead to them the same: 1 and 2 are read faster than 3 and 1700. */
final class Renumbering {

  private final Shapes shapes;

  Renumbering(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Returns all rows, one of them with the smallest number that is free; empty when it has that, or no number. */
  Optional<List<Witness.Row>> of(List<Witness.Row> rows, int index) {
    Witness.Row row = rows.get(index);
    Optional<String> column = shapes
        .table(row.table())
        .flatMap(
            table -> table.columns().stream().filter(ColumnShape::numbersRows).findFirst())
        .map(ColumnShape::name);
    Datum number = column
        .map(name -> row.values().getOrDefault(name, Datum.Null.VALUE))
        .orElse(Datum.Null.VALUE);
    Datum free = free(rows, row);
    if (number.isNull() || number.equals(free)) {
      return Optional.empty();
    }
    List<Witness.Row> renumbered = new ArrayList<>();
    for (Witness.Row other : rows) {
      Witness.Row led = led(other, row.table(), column.get(), number, free);
      renumbered.add(other.equals(row) ? led.with(column.get(), free) : led);
    }
    return Optional.of(renumbered);
  }

  /** Returns the smallest number that no row before it has: those behind it get theirs later. */
  private static Datum free(List<Witness.Row> rows, Witness.Row row) {
    long number = 1;
    for (Witness.Row other : rows.subList(0, rows.indexOf(row))) {
      number += other.table().equals(row.table()) ? 1 : 0;
    }
    return Datum.of(number);
  }

  private Witness.Row led(Witness.Row row, String table, String column, Datum number, Datum free) {
    Witness.Row led = row;
    for (TableShape.ForeignLink link :
        shapes.table(row.table()).map(TableShape::foreign).orElse(List.of())) {
      for (int i = 0; i < link.from().size(); i++) {
        if (link.table().equalsIgnoreCase(table)
            && link.to().get(i).equalsIgnoreCase(column)
            && number.equals(row.values().get(link.from().get(i)))) {
          led = led.with(link.from().get(i), free);
        }
      }
    }
    return led;
  }
}

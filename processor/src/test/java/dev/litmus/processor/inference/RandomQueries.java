package dev.litmus.processor.inference;

import dev.litmus.processor.inference.Place.Brought;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.schema.TableKeys;
import dev.litmus.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Random statements over the tables of a schema, most of which SQLite accepts; the same for the same seed. */
final class RandomQueries {

  private final Dice dice;
  private final RandomSelects selects;
  private final RandomChanges changes;

  RandomQueries(Schema schema, long seed) {
    dice = new Dice(seed);
    List<Brought> tables =
        schema.tables().stream().map(table -> brought(schema, table)).toList();
    selects = new RandomSelects(dice, tables);
    List<Brought> targets = schema.tables().stream()
        .filter(table -> table.kind() == Table.Kind.TABLE || schema.hasTriggers(table))
        .flatMap(table -> Collections.nCopies(schema.hasTriggers(table) ? 2 : 1, table).stream())
        .map(table -> brought(schema, table))
        .toList();
    changes = new RandomChanges(dice, targets, selects);
  }

  private static Brought brought(Schema schema, Table table) {
    TableKeys keys = schema.keysOf(table);
    List<UniqueKey> all = new ArrayList<>(keys.unique());
    keys.partial().forEach(partial -> all.add(partial.key()));
    return new Brought(
        table.name(),
        table.columns().stream().map(Column::name).toList(),
        all.stream()
            .map(key -> key.parts().stream().map(UniqueKey.Part::column).toList())
            .toList(),
        Optional.ofNullable(HostileSchemas.PREDICATES.get(table.name()))
            .filter(predicate ->
                table.columnNames().contains(predicate.substring(1, predicate.indexOf(' '))))
            .stream()
            .toList());
  }

  String next() {
    selects.expressions().begin();
    // What is small meets its own columns again more often.
    Place place = Place.top(1 + dice.below(3));
    return dice.chance(25) ? changes.change(place) : selects.top(place);
  }
}

package dev.litmus.processor.refute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes away from a database what is not needed to break something: tables, rows, then values. */
final class Minimizer {

  private static final int ROUNDS = 2;

  /** Characters of a literal. */
  private static final int PLAIN = 4;

  /** What has to stay as it is while a database becomes smaller. */
  interface Broken {

    /** Tells whether it is so on some rows; those that SQLite takes are in the sandbox afterwards. */
    boolean on(List<Witness.Row> rows, List<Datum> parameters);
  }

  private final Sandbox sandbox;
  private final Broken broken;
  private final Shapes shapes;
  private final Domains domains;
  private List<Witness.Row> rows;
  private List<Datum> parameters;

  private Minimizer(
      Sandbox sandbox, Shapes shapes, Domains domains, Broken broken, Witness witness) {
    this.sandbox = sandbox;
    this.broken = broken;
    this.shapes = shapes;
    this.domains = domains;
    this.rows = witness.rows();
    this.parameters = witness.parameters();
  }

  static Witness minimize(
      Sandbox sandbox, Shapes shapes, Domains domains, Broken broken, Witness witness) {
    return new Minimizer(sandbox, shapes, domains, broken, witness).minimize();
  }

  private Witness minimize() {
    if (!still(rows)) {
      return new Witness(rows, parameters);
    }
    tables();
    // Plainer values make rows superfluous that they led to, and the other way round.
    for (int round = 0; round < ROUNDS; round++) {
      rows();
      for (int i = 0; i < rows.size(); i++) {
        values(i);
      }
    }
    rows();
    for (int i = 0; i < rows.size(); i++) {
      renumber(i);
    }
    for (int i = 0; i < rows.size(); i++) {
      tell(i);
    }
    parameters();
    return new Witness(rows, parameters);
  }

  /** Takes over a smaller set of rows if it breaks the claim as well. */
  private boolean still(List<Witness.Row> smaller) {
    if (!broken.on(smaller, parameters)) {
      return false;
    }
    rows = sandbox.rows();
    return true;
  }

  private void tables() {
    Set<String> tables = new LinkedHashSet<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      tables.add(rows.get(i).table());
    }
    for (String table : tables) {
      still(rows.stream().filter(row -> !row.table().equals(table)).toList());
    }
  }

  private void rows() {
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int i = rows.size() - 1; i >= 0; i--) {
        if (i < rows.size()) {
          List<Witness.Row> fewer = new ArrayList<>(rows);
          fewer.remove(i);
          smaller |= still(fewer);
        }
      }
    }
  }

  private void values(int index) {
    Optional<TableShape> table = shapes.table(rows.get(index).table());
    for (String name : List.copyOf(rows.get(index).values().keySet())) {
      Optional<ColumnShape> column = table.flatMap(shape -> shape.column(name));
      if (column.isPresent() && !column.get().key() && index < rows.size()) {
        value(index, column.get());
      }
    }
  }

  private void value(int index, ColumnShape column) {
    Witness.Row row = rows.get(index);
    Datum value = row.values().getOrDefault(column.name(), Datum.Null.VALUE);
    if (replaced(index, row.without(column.name()))) {
      return;
    }
    for (Datum simple : simpler(value)) {
      if (simple.equals(value) || replaced(index, row.with(column.name(), simple))) {
        return;
      }
    }
  }

  private void renumber(int index) {
    List<Witness.Row> before = rows;
    new Renumbering(shapes).of(rows, index).ifPresent(renumbered -> {
      if (still(renumbered) && rows.size() < before.size()) {
        rows = before;
      }
    });
  }

  /** A NULL that matters is told, though the column would be NULL without. */
  private void tell(int index) {
    Witness.Row row = rows.get(index);
    Optional<TableShape> table = shapes.table(row.table());
    Map<String, Datum> told = new LinkedHashMap<>();
    for (ColumnShape column : table.map(TableShape::columns).orElse(List.of())) {
      Optional<Datum> value = Optional.ofNullable(row.values().get(column.name()));
      if (value.isEmpty() && !column.hasDefault()) {
        value =
            Optional.of(Datum.Null.VALUE).filter(nothing -> matters(index, table.get(), column));
      }
      value.ifPresent(datum -> told.put(column.name(), datum));
    }
    if (told.size() > row.values().size()) {
      replaced(index, new Witness.Row(row.table(), told));
    }
  }

  private boolean matters(int index, TableShape table, ColumnShape column) {
    List<Witness.Row> changed = new ArrayList<>(rows);
    Optional<Datum> other = other(table, column);
    other.ifPresent(datum -> changed.set(index, rows.get(index).with(column.name(), datum)));
    return other.isPresent()
        && !broken.on(changed, parameters)
        && sandbox.rows().size() == changed.size();
  }

  /** Returns what a column could be instead of NULL. */
  private Optional<Datum> other(TableShape table, ColumnShape column) {
    Optional<TableShape.ForeignLink> link = table.linkOf(column.name());
    if (link.isPresent()) {
      return rows.stream()
          .filter(row -> row.table().equalsIgnoreCase(link.get().table()))
          .flatMap(row -> link.get().led(column.name(), row).stream())
          .findFirst();
    }
    Set<Datum> taken = rows.stream()
        .filter(row -> row.table().equals(table.name()))
        .map(row -> row.values().getOrDefault(column.name(), Datum.Null.VALUE))
        .collect(Collectors.toSet());
    return domains.variant(table, column, Datum.Null.VALUE, taken);
  }

  private boolean replaced(int index, Witness.Row row) {
    List<Witness.Row> changed = new ArrayList<>(rows);
    changed.set(index, row);
    int before = rows.size();
    List<Witness.Row> kept = rows;
    if (still(changed) && rows.size() == before) {
      return true;
    }
    rows = kept;
    return false;
  }

  /** What is short is plain enough: it may have been chosen for its difference. */
  private static List<Datum> simpler(Datum value) {
    if (value.sql().length() <= PLAIN) {
      return List.of();
    }
    return value
        .storage()
        .map(storage -> switch (storage) {
          case INTEGER -> List.of(Datum.of(1L), Datum.of(0L));
          case REAL -> List.of(Datum.of(1.5));
          case TEXT -> List.of(Datum.of("a"), Datum.of(""));
          case BLOB -> List.of(Datum.blob("61"));
        })
        .orElse(List.of());
  }

  /** A value that is bound is told in its plainest form. */
  private void parameters() {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).isNull()) {
        continue;
      }
      for (Datum simple : simpler(parameters.get(i))) {
        if (simple.equals(parameters.get(i)) || bound(i, simple)) {
          break;
        }
      }
    }
  }

  private boolean bound(int index, Datum value) {
    List<Datum> changed = new ArrayList<>(parameters);
    changed.set(index, value);
    List<Datum> before = parameters;
    parameters = changed;
    List<Witness.Row> kept = rows;
    if (still(rows) && rows.size() == kept.size()) {
      return true;
    }
    parameters = before;
    rows = kept;
    return false;
  }
}

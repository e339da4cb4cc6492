package dev.litmus.processor.refute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes away from a database what is not needed to break a claim: tables, rows, then values. */
final class Minimizer {

  private final Experiment experiment;
  private final Shapes shapes;
  private final Domains domains;
  private final Claim claim;
  private List<Witness.Row> rows;
  private List<Datum> parameters;

  private Minimizer(
      Experiment experiment, Shapes shapes, Domains domains, Claim claim, Witness witness) {
    this.experiment = experiment;
    this.shapes = shapes;
    this.domains = domains;
    this.claim = claim;
    this.rows = witness.rows();
    this.parameters = witness.parameters();
  }

  static Witness minimize(
      Experiment experiment, Shapes shapes, Domains domains, Claim claim, Witness witness) {
    return new Minimizer(experiment, shapes, domains, claim, witness).minimize();
  }

  private Witness minimize() {
    if (!still(rows)) {
      return new Witness(rows, parameters);
    }
    tables();
    rows();
    for (int i = 0; i < rows.size(); i++) {
      values(i);
    }
    rows();
    parameters();
    return new Witness(rows, parameters);
  }

  /** Takes over a smaller set of rows if it breaks the claim as well. */
  private boolean still(List<Witness.Row> smaller) {
    if (!experiment.breaks(claim, smaller, parameters)) {
      return false;
    }
    rows = experiment.sandbox().rows();
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
        value(index, table.get(), column.get());
      }
    }
  }

  private void value(int index, TableShape table, ColumnShape column) {
    Witness.Row row = rows.get(index);
    Datum value = row.values().getOrDefault(column.name(), Datum.NULL);
    Witness.Row without = row.without(column.name());
    if (value.isNull() && !column.hasDefault()) {
      // Told only if it matters that it is NULL.
      Optional<Datum> other = domains.variant(table, column, value, Set.of());
      List<Witness.Row> before = rows;
      if (other.isPresent() && replaced(index, row.with(column.name(), other.get()))) {
        rows = before;
        replaced(index, without);
      }
      return;
    }
    if (replaced(index, without)) {
      return;
    }
    for (Datum simple : simpler(value)) {
      if (simple.equals(value) || replaced(index, row.with(column.name(), simple))) {
        return;
      }
    }
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

  private static List<Datum> simpler(Datum value) {
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

package dev.litmus.processor.refute;

import dev.litmus.processor.refute.Filling.Style;
import dev.litmus.processor.refute.TableShape.ForeignLink;
import dev.litmus.processor.sql.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes the rows of one database. What SQLite refuses is changed a few times, and then left out. */
final class RowWriter {

  private static final int ATTEMPTS = 10;

  private final Sandbox sandbox;
  private final Hints hints;
  private final Domains domains;
  private final Filling filling;
  private final Optional<Hints.Contested> absent;
  private final Random random;
  private final Map<String, List<Witness.Row>> written = new HashMap<>();

  RowWriter(Sandbox sandbox, Hints hints, Domains domains, Filling filling) {
    this.sandbox = sandbox;
    this.hints = hints;
    this.domains = domains;
    this.filling = filling;
    this.absent = filling.absent() < 0
        ? Optional.empty()
        : Optional.of(hints.contested().get(filling.absent()));
    this.random = new Random(0x5eed + 1_000L * filling.turn() + filling.rows());
  }

  /** A row of each table, then the next of each, so that tables that lead to one another can do so as well. */
  void write() {
    List<TableShape> tables = new ArrayList<>(hints.tables());
    tables.removeIf(hints::isFed);
    if (filling.empty() >= 0) {
      tables.remove(hints.named().get(filling.empty()));
    }
    for (int i = 0; i < filling.rows(); i++) {
      for (TableShape table : tables) {
        if (table.kind() != TableShape.Kind.REBUILT) {
          boolean copied =
              filling.style() == Style.COPIES && !rowsOf(table.name()).isEmpty();
          insert(table, copied ? copy(table) : row(table, i, filling.style()));
        }
      }
    }
    for (TableShape table : tables) {
      if (table.kind() == TableShape.Kind.REBUILT && filling.rows() > 0) {
        sandbox.insert(new Witness.Row(table.name(), Map.of(table.name(), Datum.of("rebuild"))));
      }
    }
  }

  private void insert(TableShape table, Witness.Row first) {
    Witness.Row row = first;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<String> refusal = sandbox.insert(row);
      if (refusal.isEmpty()) {
        written
            .computeIfAbsent(SqlName.key(table.name()), name -> new ArrayList<>())
            .add(row);
        return;
      }
      row = repaired(table, row, refusal.get(), attempt);
    }
  }

  private Witness.Row repaired(TableShape table, Witness.Row row, String refusal, int attempt) {
    List<ColumnShape> blamed = Refused.columns(table, refusal);
    if (!blamed.isEmpty() && attempt < ATTEMPTS / 2) {
      ColumnShape column = blamed.get(attempt % blamed.size());
      return refusal.contains("NOT NULL")
          ? row.with(column.name(), domains.declared(table, column).get(0))
          : apart(table, row, column, false).orElse(row);
    }
    return row(table, rowsOf(table.name()).size() + attempt, Style.MIXED);
  }

  private Witness.Row row(TableShape table, int index, Style style) {
    Map<String, Datum> values = new LinkedHashMap<>();
    Map<ForeignLink, Witness.Row> parents = new HashMap<>();
    for (ForeignLink link : table.foreign()) {
      parent(link, index, style).ifPresent(row -> parents.put(link, row));
    }
    for (ColumnShape column : table.columns()) {
      Datum free = value(table, column, index, style);
      Optional<ForeignLink> link = table.linkOf(column.name()).filter(one -> !free.isNull());
      Optional<Datum> led = link.flatMap(
          one -> Optional.ofNullable(parents.get(one)).flatMap(row -> one.led(column.name(), row)));
      // With nobody to lead to yet, a row of the same table may lead to itself.
      boolean leadsNowhere = link.isPresent()
          && led.isEmpty()
          && !column.notNull()
          && (style == Style.MIXED || !link.get().table().equalsIgnoreCase(table.name()));
      values.put(column.name(), leadsNowhere ? Datum.Null.VALUE : led.orElse(free));
    }
    return new Witness.Row(table.name(), values);
  }

  private Optional<Witness.Row> parent(ForeignLink link, int index, Style style) {
    List<Witness.Row> rows = rowsOf(link.table());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int chosen = style == Style.MIXED ? likelyIndex(rows.size()) : index % rows.size();
    return Optional.of(rows.get(chosen));
  }

  private Datum value(TableShape table, ColumnShape column, int index, Style style) {
    boolean mixed = style == Style.MIXED;
    if (absent.equals(Optional.of(new Hints.Contested(table, column)))) {
      return Datum.Null.VALUE;
    }
    if (!column.notNull()) {
      int share = hints.speaksOf(column.name()) ? filling.nulls() : filling.nullsElsewhere();
      boolean wanted = domains.wantsNull(column) && (mixed ? random.nextBoolean() : index == 0);
      if (wanted || random.nextInt(100) < share) {
        return Datum.Null.VALUE;
      }
    }
    if (filling.isOdd() && !table.strict() && !column.numbersRows() && !column.isText()) {
      int share = hints.speaksOf(column.name()) ? filling.odd() / 3 : filling.odd();
      List<Datum> odd = domains.odd(column);
      if (!odd.isEmpty() && random.nextInt(100) < share) {
        return odd.get(mixed ? random.nextInt(odd.size()) : (index + filling.turn()) % odd.size());
      }
    }
    List<Datum> values = domains.declared(table, column);
    if (mixed) {
      return values.get(likelyIndex(values.size()));
    }
    return index < values.size()
        ? values.get(index)
        : domains.variant(table, column, values.get(0), taken(table, column)).orElse(values.get(0));
  }

  /** The first values are those that fit; too many different ones would never meet. */
  private int likelyIndex(int size) {
    int chance = random.nextInt(100);
    return random.nextInt(Math.min(size, chance < 55 ? 2 : chance < 80 ? 4 : size));
  }

  /** A copy of the first row, in which one column of each key differs. */
  private Witness.Row copy(TableShape table) {
    Witness.Row row = rowsOf(table.name()).get(0);
    for (ColumnShape column : table.columns()) {
      boolean keeps = column.notNull()
          || hints.speaksOf(column.name())
          || random.nextInt(100) >= filling.nullsElsewhere();
      if (!keeps) {
        row = row.with(column.name(), Datum.Null.VALUE);
      }
    }
    for (TableShape.Key key : table.keys()) {
      row = apart(table, row, key);
    }
    return row;
  }

  private Witness.Row apart(TableShape table, Witness.Row row, TableShape.Key key) {
    Witness.Row first = rowsOf(table.name()).get(0);
    int size = key.columns().size();
    for (int i = 0; i < size; i++) {
      String column = key.columns().get(i);
      if (row.values().containsKey(column)
          && !row.values().get(column).equals(first.values().get(column))) {
        return row;
      }
    }
    for (int i = 0; i < size; i++) {
      Optional<ColumnShape> column = table.column(key.columns().get((filling.turn() + i) % size));
      Witness.Row current = row;
      Optional<Witness.Row> apart =
          column.flatMap(c -> apart(table, current, c, filling.keepsApartByNull()));
      if (apart.isPresent()) {
        return apart.get();
      }
    }
    return row;
  }

  /** Returns a row with another value in a column; empty when there is none that the column can have. */
  private Optional<Witness.Row> apart(
      TableShape table, Witness.Row row, ColumnShape column, boolean byNull) {
    if (byNull && !column.notNull()) {
      return Optional.of(row.with(column.name(), Datum.Null.VALUE));
    }
    Datum value = row.values().getOrDefault(column.name(), Datum.Null.VALUE);
    Optional<ForeignLink> link = table.linkOf(column.name());
    if (link.isEmpty()) {
      return domains
          .variant(table, column, value, taken(table, column))
          .map(other -> row.with(column.name(), other));
    }
    for (Witness.Row parent : rowsOf(link.get().table())) {
      Optional<Datum> other =
          link.get().led(column.name(), parent).filter(led -> !led.equals(value));
      if (other.isPresent()) {
        Witness.Row changed = row;
        for (String from : link.get().from()) {
          Optional<ColumnShape> part = table.column(from);
          Optional<Datum> led = part.flatMap(c -> link.get().led(c.name(), parent));
          changed = led.isPresent() ? changed.with(part.get().name(), led.get()) : changed;
        }
        return Optional.of(changed);
      }
    }
    return column.notNull()
        ? Optional.empty()
        : Optional.of(row.with(column.name(), Datum.Null.VALUE));
  }

  private Set<Datum> taken(TableShape table, ColumnShape column) {
    Set<Datum> taken = new LinkedHashSet<>();
    rowsOf(table.name())
        .forEach(row -> taken.add(row.values().getOrDefault(column.name(), Datum.Null.VALUE)));
    return taken;
  }

  private List<Witness.Row> rowsOf(String table) {
    return written.getOrDefault(SqlName.key(table), List.of());
  }
}

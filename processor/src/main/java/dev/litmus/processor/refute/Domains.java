package dev.litmus.processor.refute;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that columns are filled with for one statement, the likeliest to matter first. */
final class Domains {

  private final Hints hints;
  private final Map<ColumnShape, List<Datum>> declared = new HashMap<>();
  private final Map<ColumnShape, List<Datum>> odd = new HashMap<>();

  Domains(Hints hints) {
    this.hints = hints;
  }

  /** Returns values as the column is declared to hold them; never none, never NULL. */
  List<Datum> declared(TableShape table, ColumnShape column) {
    return declared.computeIfAbsent(column, shape -> valuesOf(table, shape));
  }

  private List<Datum> valuesOf(TableShape table, ColumnShape column) {
    Set<StorageClass> classes = column.declared();
    Set<Datum> values = new LinkedHashSet<>();
    List<Datum> wanted = wanted(column.name());
    List<Datum> likely = new ArrayList<>();
    if (hints.comparisons().json().contains(SqlName.key(column.name()))) {
      likely.addAll(Typical.json(hints.comparisons().paths(), wanted));
    }
    likely.addAll(wanted);
    likely.addAll(table.checked().getOrDefault(SqlName.key(column.name()), List.of()));
    if (hints.comparisons().dates().contains(SqlName.key(column.name()))
        || column.declaredType().toUpperCase(Locale.ROOT).contains("DATE")) {
      likely.addAll(Typical.DATES);
    }
    if (column.numbersRows()) {
      likely.addAll(Typical.NUMBERS);
    }
    likely.addAll(Typical.of(classes, !hints.grows()));
    for (Datum value : likely) {
      Datum stored = column.stored(value);
      if (stored.storage().filter(classes::contains).isPresent()) {
        values.add(stored);
      }
    }
    return List.copyOf(values);
  }

  /** Returns values of the classes that a column is not declared to hold; none where it holds any. */
  List<Datum> odd(ColumnShape column) {
    return odd.computeIfAbsent(column, this::oddValuesOf);
  }

  private List<Datum> oddValuesOf(ColumnShape column) {
    Set<StorageClass> others = EnumSet.complementOf(EnumSet.copyOf(column.declared()));
    Set<Datum> values = new LinkedHashSet<>();
    for (Datum value : Typical.of(others, false)) {
      Datum stored = column.stored(value);
      if (stored.storage().filter(others::contains).isPresent()) {
        values.add(stored);
      }
    }
    return List.copyOf(values);
  }

  /** Tells whether a condition asks for NULL in a column. */
  boolean wantsNull(ColumnShape column) {
    return wanted(column.name()).contains(Datum.Null.VALUE);
  }

  /** Returns the values that conditions ask for, also of columns that are compared with this one. */
  List<Datum> wanted(String column) {
    Comparisons comparisons = hints.comparisons();
    List<Datum> values = new ArrayList<>();
    // In one order for all of the group, so that rows fit together.
    for (String other : comparisons.groups().of(SqlName.key(column))) {
      values.addAll(comparisons.wanted().getOrDefault(other, List.of()));
    }
    // What a whole table is searched for.
    values.addAll(comparisons.wanted().getOrDefault("", List.of()));
    return values;
  }

  /** Returns a value that no row has yet in a column, and is not much different from one that a row has. */
  Optional<Datum> variant(TableShape table, ColumnShape column, Datum value, Set<Datum> taken) {
    List<Datum> candidates = new ArrayList<>();
    if (value instanceof Datum.Text text) {
      candidates.add(Datum.of(text.value().toUpperCase(Locale.ROOT)));
      candidates.add(Datum.of(text.value() + " "));
    }
    candidates.addAll(declared(table, column));
    for (long number = 1; number < 30; number++) {
      candidates.add(Datum.of(number));
      candidates.add(Datum.of("v" + number));
      candidates.add(Datum.of(number + 0.25));
      candidates.add(Datum.blob("6" + number % 10 + (number < 10 ? "" : "61")));
    }
    Set<StorageClass> classes = column.declared();
    return candidates.stream()
        .map(column::stored)
        .filter(candidate -> candidate.storage().filter(classes::contains).isPresent())
        .filter(candidate -> !taken.contains(candidate))
        .findFirst();
  }
}

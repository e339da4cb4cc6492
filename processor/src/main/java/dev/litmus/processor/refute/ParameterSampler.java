package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What is bound to the parameters of a statement, beside the rows that are there. */
final class ParameterSampler {

  /** Rows whose values are bound together. */
  private static final int FOCUSED = 3;

  private static final int MIXED = 3;

  private final List<TrialParameter> parameters;
  private final Map<Integer, List<ParameterRole>> roles;
  private final Hints hints;
  private final Domains domains;
  private final Random random = new Random(0x5eed);

  ParameterSampler(List<TrialParameter> parameters, Hints hints, Domains domains) {
    this.parameters = parameters;
    this.roles = hints.roles();
    this.hints = hints;
    this.domains = domains;
  }

  /** Returns what to bind, one run after the other; one run that binds nothing when there is nothing to bind. */
  List<List<Datum>> runs(List<Witness.Row> rows) {
    Set<List<Datum>> runs = new LinkedHashSet<>();
    List<List<List<Datum>>> byFocus = new ArrayList<>();
    for (int focus = 0; focus < FOCUSED; focus++) {
      List<List<Datum>> candidates = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        candidates.add(candidates(i, rows, focus));
      }
      byFocus.add(candidates);
      int index = focus;
      // The first row that is looked at gets the likeliest value; with the next ones, other values
      // get their turn.
      runs.add(candidates.stream().map(some -> some.get(0)).toList());
      runs.add(candidates.stream()
          .map(some -> some.get(Math.min(index, some.size() - 1)))
          .toList());
    }
    List<Datum> plain = runs.iterator().next();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).nullable()) {
        List<Datum> without = new ArrayList<>(plain);
        without.set(i, Datum.Null.VALUE);
        runs.add(without);
      }
    }
    runs.add(withoutAny(plain));
    for (int i = 0; i < MIXED && !parameters.isEmpty(); i++) {
      List<List<Datum>> candidates = byFocus.get(random.nextInt(FOCUSED));
      runs.add(
          candidates.stream().map(some -> some.get(random.nextInt(some.size()))).toList());
    }
    return List.copyOf(runs);
  }

  private List<Datum> withoutAny(List<Datum> plain) {
    List<Datum> without = new ArrayList<>(plain);
    for (int i = 0; i < without.size(); i++) {
      if (parameters.get(i).nullable()) {
        without.set(i, Datum.Null.VALUE);
      }
    }
    return without;
  }

  /** Returns what is worth binding to a position; never nothing. */
  private List<Datum> candidates(int index, List<Witness.Row> rows, int focus) {
    TrialParameter parameter = parameters.get(index);
    List<Datum> likely = new ArrayList<>();
    for (ParameterRole role : roles.getOrDefault(index + 1, List.of())) {
      likely.addAll(fitting(role, rows, focus));
    }
    likely.addAll(parameter.samples());
    likely.addAll(Typical.of(classes(parameter.type()), !hints.grows()));
    Set<Datum> typed = new LinkedHashSet<>();
    likely.forEach(value -> typed(parameter.type(), value).ifPresent(typed::add));
    return List.copyOf(typed);
  }

  private List<Datum> fitting(ParameterRole role, List<Witness.Row> rows, int focus) {
    List<Datum> met = new ArrayList<>(values(role.column(), rows));
    if (!met.isEmpty()) {
      Collections.rotate(met, -focus % met.size());
    } else if (!role.column().isEmpty()) {
      met.addAll(domains.wanted(role.column()));
    }
    return switch (role.use()) {
      case EQUAL -> met;
      case BELOW -> met.stream().map(Near::less).toList();
      case ABOVE -> met.stream().map(Near::greater).toList();
      case STORED -> stored(role.column(), rows, focus);
      case ITEMS -> items(met);
      case PATTERN -> patterns(met);
      case WORDS -> words(rows, focus);
      case DATE -> Typical.DATES;
      case JSON -> json(met);
      case COUNT -> List.of(Datum.of(10L), Datum.of(1L), Datum.of(2L), Datum.of(0L));
      case SAMPLES -> role.samples();
    };
  }

  private static List<Datum> values(String column, List<Witness.Row> rows) {
    Set<Datum> values = new LinkedHashSet<>();
    for (Witness.Row row : rows) {
      row.values().forEach((name, value) -> {
        if (name.equalsIgnoreCase(column) && !value.isNull()) {
          values.add(value);
        }
      });
    }
    return List.copyOf(values);
  }

  /** New values first, then those that meet a row; of a foreign key, what leads somewhere. */
  private List<Datum> stored(String column, List<Witness.Row> rows, int focus) {
    Optional<TableShape> table = hints.target();
    Optional<ColumnShape> shape = table.flatMap(target -> target.column(column));
    if (shape.isEmpty()) {
      return List.of();
    }
    List<Datum> values = new ArrayList<>();
    table.get().linkOf(column).ifPresent(link -> {
      int part = Math.max(0, link.from().indexOf(shape.get().name()));
      rows.stream()
          .filter(row -> row.table().equalsIgnoreCase(link.table()))
          .flatMap(row -> values(link.to().get(part), List.of(row)).stream())
          .forEach(values::add);
    });
    List<Datum> there = values(column, rows);
    if (focus == 0) {
      domains
          .variant(table.get(), shape.get(), Datum.Null.VALUE, Set.copyOf(there))
          .ifPresent(values::add);
    }
    values.addAll(there);
    values.addAll(domains.declared(table.get(), shape.get()));
    return values;
  }

  private static List<Datum> items(List<Datum> met) {
    List<Datum> arrays = new ArrayList<>();
    List<String> items = met.stream().map(Typical::json).toList();
    arrays.add(Datum.of("[" + String.join(",", items) + "]"));
    items.stream().limit(1).forEach(item -> arrays.add(Datum.of("[" + item + "]")));
    arrays.add(Datum.of("[]"));
    return arrays;
  }

  private static List<Datum> patterns(List<Datum> met) {
    List<Datum> patterns = new ArrayList<>(met);
    patterns.add(Datum.of("%"));
    patterns.add(Datum.of("*"));
    met.stream()
        .filter(Datum.Text.class::isInstance)
        .map(text -> Datum.of(((Datum.Text) text).value() + "%"))
        .forEach(patterns::add);
    return patterns;
  }

  private static List<Datum> words(List<Witness.Row> rows, int focus) {
    List<Datum> words = new ArrayList<>(rows.stream()
        .flatMap(row -> row.values().values().stream())
        .filter(Datum.Text.class::isInstance)
        .flatMap(text -> List.of(((Datum.Text) text).value().split("\\W+", -1)).stream())
        .filter(word -> !word.isEmpty() && !word.equals("rebuild"))
        .distinct()
        .map(Datum::of)
        .collect(Collectors.toList()));
    if (!words.isEmpty()) {
      Collections.rotate(words, -focus % words.size());
    }
    words.add(Datum.of("a"));
    return words;
  }

  private List<Datum> json(List<Datum> met) {
    List<Datum> values = new ArrayList<>(Typical.json(hints.comparisons().paths(), met));
    values.addAll(items(met));
    return values;
  }

  private static Set<StorageClass> classes(SqlType type) {
    return switch (type) {
      case INTEGER -> Set.of(StorageClass.INTEGER);
      case REAL -> Set.of(StorageClass.REAL);
      case TEXT -> Set.of(StorageClass.TEXT);
      case BLOB -> Set.of(StorageClass.BLOB);
      case NUMERIC -> Set.of(StorageClass.INTEGER, StorageClass.REAL);
      case ANY -> Set.of(StorageClass.values());
    };
  }

  /** Returns a value as one of a type; empty when it is none. */
  private static Optional<Datum> typed(SqlType type, Datum value) {
    Datum fitting = switch (type) {
      case INTEGER, NUMERIC -> Stored.in(Affinity.NUMERIC, value);
      case REAL -> Stored.in(Affinity.REAL, value);
      case TEXT -> Stored.in(Affinity.TEXT, value);
      case BLOB, ANY -> value;
    };
    return Optional.of(fitting)
        .filter(one -> one.storage().filter(classes(type)::contains).isPresent());
  }
}

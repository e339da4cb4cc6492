package dev.litmus.processor.refute;

import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Values that have broken something somewhere: the edges of each storage class, dates, JSON, and what looks alike. */
final class Typical {

  static final List<Datum> DATES = List.of(
      Datum.of("2024-01-31"),
      Datum.of(0L),
      Datum.of("abc"),
      Datum.of(2_460_000.5),
      Datum.of(""),
      Datum.of("2024-02-29 10:20:30"));

  /** By which rows are told apart. */
  static final List<Datum> NUMBERS =
      LongStream.rangeClosed(1, 20).mapToObj(Datum::of).toList();

  private static final List<Datum> INTEGERS =
      List.of(Datum.of(1L), Datum.of(2L), Datum.of(3L), Datum.of(0L), Datum.of(-1L));

  /** A moment in milliseconds, which is out of range where seconds are meant. */
  private static final Datum LARGE = Datum.of(1_700_000_000_000L);

  private static final List<Datum> REALS =
      List.of(Datum.of(1.5), Datum.of(2.5), Datum.of(0.0), Datum.of(-1.5), Datum.of(1.0));

  private static final List<Datum> TEXTS = List.of(
      Datum.of("a"),
      Datum.of("b"),
      Datum.of("A"),
      Datum.of(""),
      Datum.of("abc"),
      Datum.of("2024-01-31"),
      Datum.of("{\"a\":1}"),
      Datum.of("[1]"),
      Datum.of("a "),
      Datum.of("1"));

  private static final List<Datum> BLOBS =
      List.of(Datum.blob("61"), Datum.blob("62"), Datum.blob(""), Datum.blob("00ff"));

  private Typical() {}

  static List<Datum> of(StorageClass storage, boolean large) {
    if (storage == StorageClass.INTEGER && large) {
      List<Datum> integers = new ArrayList<>(INTEGERS);
      integers.add(LARGE);
      return integers;
    }
    return switch (storage) {
      case INTEGER -> INTEGERS;
      case REAL -> REALS;
      case TEXT -> TEXTS;
      case BLOB -> BLOBS;
    };
  }

  /** Returns values of several storage classes, of each in turn. */
  static List<Datum> of(Set<StorageClass> classes, boolean large) {
    List<Datum> values = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      for (StorageClass storage : classes.isEmpty() ? classes : EnumSet.copyOf(classes)) {
        List<Datum> some = of(storage, large);
        if (i < some.size()) {
          values.add(some.get(i));
        }
      }
    }
    return values;
  }

  /**
   * Returns JSON texts that have, or lack, what is asked for.
   *
   * @param keys of the members that are asked for
   * @param wanted what they are compared with
   */
  static List<Datum> json(Set<String> keys, List<Datum> wanted) {
    List<Datum> values = new ArrayList<>();
    if (!keys.isEmpty()) {
      wanted.stream().map(Typical::json).forEach(value -> values.add(object(keys, value)));
      List.of("1", "\"a\"", "null", "1.5", "{\"a\":1}")
          .forEach(value -> values.add(object(keys, value)));
    }
    values.add(Datum.of("{}"));
    values.add(Datum.of("[1,\"a\",null]"));
    values.add(Datum.of("[]"));
    values.add(Datum.of("null"));
    values.add(Datum.of("1"));
    return values;
  }

  /** Returns a value as JSON has it; of a BLOB there is none. */
  static String json(Datum value) {
    if (value instanceof Datum.Text text) {
      return "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    return value instanceof Datum.Blob || value.isNull() ? "null" : value.sql();
  }

  private static Datum object(Set<String> keys, String value) {
    List<String> members = new ArrayList<>();
    keys.forEach(key -> members.add("\"" + key + "\":" + value));
    return Datum.of("{" + String.join(",", members) + "}");
  }
}

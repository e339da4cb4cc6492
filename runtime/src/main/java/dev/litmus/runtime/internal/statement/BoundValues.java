package dev.litmus.runtime.internal.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** References to what a statement's parameters are bound to, for its error messages. */
final class BoundValues {

  private static final Object NULL = new Object();
  private static final int LONGEST_TEXT = 100;

  private @Nullable Object[] values;

  /** Creates values for positions of which none is bound. */
  BoundValues(int parameters) {
    this(new @Nullable Object[parameters]);
  }

  private BoundValues(@Nullable Object[] values) {
    this.values = values;
  }

  /** Takes note of a value, at a position from 1. */
  void set(int parameter, @Nullable Object value) {
    values[parameter - 1] = value == null ? NULL : value;
  }

  /** Forgets the values, and keeps the positions. */
  void clear() {
    Arrays.fill(values, null);
  }

  /** Forgets the values and the positions, when the statement is closed. */
  void drop() {
    values = new @Nullable Object[0];
  }

  /** Returns the values of now, which later changes do not touch. */
  BoundValues copy() {
    return new BoundValues(values.clone());
  }

  /** Returns what is bound as text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Lists the values, for example {@code 1 = 'c1', 2 = 5, 3 = NULL, 4 = a blob of 12 bytes}. */
  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      shown.add((i + 1) + " = " + show(values[i]));
    }
    return String.join(", ", shown);
  }

  private static String show(@Nullable Object value) {
    if (value == null) {
      return "not bound";
    }
    if (value == NULL) {
      return "NULL";
    }
    if (value instanceof byte[] bytes) {
      return "a blob of " + bytes.length + " bytes";
    }
    return value instanceof String text ? "'" + shorten(text).replace("'", "''") + "'" : "" + value;
  }

  private static String shorten(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT) + "…";
  }
}

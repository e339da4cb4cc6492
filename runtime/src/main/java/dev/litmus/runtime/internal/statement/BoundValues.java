package dev.litmus.runtime.internal.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parameters of a statement are bound to. One that nobody has bound is NULL for SQLite. */
final class BoundValues {

  private static final int LONGEST_TEXT = 100;

  /** Characters of a text that the engine need not let go of before its next run. */
  private static final int SMALL = 1_000;

  private @Nullable Object[] values;
  private boolean[] bound;
  private boolean large;

  /** Creates values for positions of which none is bound. */
  BoundValues(int parameters) {
    this(new @Nullable Object[parameters], new boolean[parameters]);
  }

  private BoundValues(@Nullable Object[] values, boolean[] bound) {
    this.values = values;
    this.bound = bound;
  }

  /** How many positions there are. */
  int count() {
    return values.length;
  }

  /** Binds a value, at a position from 1. */
  void set(int parameter, @Nullable Object value) {
    values[parameter - 1] = value;
    bound[parameter - 1] = true;
    large |= value instanceof byte[] || (value instanceof String text && text.length() > SMALL);
  }

  /** Returns the values themselves, to be bound and not kept. */
  @Nullable
  Object[] values() {
    return values;
  }

  /** Whether the engine would keep much memory with them. */
  boolean areLarge() {
    return large;
  }

  /** Forgets the values, and keeps the positions. */
  void clear() {
    Arrays.fill(values, null);
    Arrays.fill(bound, false);
  }

  /** Forgets the values and the positions, when the statement is closed. */
  void drop() {
    values = new @Nullable Object[0];
    bound = new boolean[0];
  }

  /** Returns the values of now, which later changes do not touch. */
  BoundValues copy() {
    return new BoundValues(values.clone(), bound.clone());
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
      shown.add((i + 1) + " = " + (bound[i] ? show(values[i]) : "not bound"));
    }
    return String.join(", ", shown);
  }

  private static String show(@Nullable Object value) {
    if (value == null) {
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

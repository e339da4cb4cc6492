package dev.litmus.processor.value;

import java.util.Locale;

/** How many rows a statement yields. */
public enum Rows {
  /** It is none that yields rows. */
  NONE,
  /** Exactly one. */
  ONE,
  ZERO_OR_ONE,
  /** Any number, or not known. */
  MANY;

  /** Returns the word that is printed: {@code zero-or-one}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean atMostOne() {
    return this != MANY;
  }
}

package dev.litmus.processor.value;

/** How many rows a statement yields. */
public enum Rows {
  /** It is none that yields rows. */
  NONE,
  /** Exactly one. */
  ONE,
  ZERO_OR_ONE,
  /** Any number, or not known. */
  MANY;

  public boolean atMostOne() {
    return this != MANY;
  }
}

package dev.litmus.cli.describe;

/** How many rows a statement yields. */
public enum Rows {
  NONE("none"),
  ONE("one"),
  ZERO_OR_ONE("zero-or-one"),
  MANY("many");

  private final String text;

  Rows(String text) {
    this.text = text;
  }

  /** Returns the word that is printed. */
  public String text() {
    return text;
  }
}

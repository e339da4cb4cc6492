package app;

import dev.litmus.annotations.EnumCode;

/** Stored by a method. */
public enum State {
  PENDING,
  DONE;

  @EnumCode
  public String code() {
    return name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
  }
}

package dev.litmus.examples.code;

import dev.litmus.annotations.EnumCode;
import java.util.Locale;

/** How far a session is. */
public enum SessionStatus {
  ACTIVE,
  COMPLETED,
  FAILED;

  /** Returns what the database calls it. */
  @EnumCode
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

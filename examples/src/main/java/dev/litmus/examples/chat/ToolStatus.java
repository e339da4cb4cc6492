package dev.litmus.examples.chat;

import dev.litmus.annotations.EnumCode;
import java.util.Locale;

/** How far the call of a tool is. */
public enum ToolStatus {
  RUNNING,
  SUCCEEDED,
  FAILED;

  /** Returns what the database calls it. */
  @EnumCode
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

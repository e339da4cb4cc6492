package dev.litmus.examples.code;

import dev.litmus.annotations.EnumCode;
import java.util.Locale;

/** What an entry of a transcript is. */
public enum EntryKind {
  /** What a person asked for. */
  PROMPT,
  /** What the model said. */
  ANSWER,
  /** What the model wanted a tool to do. */
  TOOL_USE,
  /** What the tool said. */
  TOOL_RESULT,
  /** What stands for older entries, which the model no longer reads. */
  SUMMARY;

  /** Returns what the database calls it. */
  @EnumCode
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

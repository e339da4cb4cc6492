package dev.litmus.examples.imagegen;

import dev.litmus.annotations.EnumCode;
import java.util.Locale;

/** How far a job is. */
public enum JobStatus {
  /** Nobody has it; it may have failed before. */
  PENDING,
  /** A worker has it. */
  RUNNING,
  /** Its image is there. */
  DONE,
  /** It failed as often as it may. */
  FAILED;

  /** Returns what the database calls it. */
  @EnumCode
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

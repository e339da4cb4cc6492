package dev.litmus.examples.app;

import dev.litmus.annotations.EnumCode;
import java.util.Locale;

/** What an artifact is. */
public enum ArtifactKind {
  DOCUMENT,
  CODE,
  IMAGE;

  /** Returns what the database calls it. */
  @EnumCode
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.litmus.runtime.internal.file;

import java.io.IOException;

/** A name or path that no database may have: before anything is created. */
public final class RefusedPathException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  RefusedPathException(String fact, String advice) {
    super(fact);
    this.advice = advice;
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return advice;
  }
}

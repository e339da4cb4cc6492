package app;

import dev.litmus.annotations.EnumCode;

/** Stored by a field. */
public enum Priority {
  LATER(10),
  NOW(20);

  @EnumCode
  final int code;

  Priority(int code) {
    this.code = code;
  }
}

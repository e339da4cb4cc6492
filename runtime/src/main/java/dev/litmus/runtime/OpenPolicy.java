package dev.litmus.runtime;

/** What {@link Databases} does when one of its databases cannot be opened. */
public enum OpenPolicy {
  /** Opening fails, and none stays open. */
  REQUIRED,
  /**
   * The others are opened. Using this one throws a {@link dev.litmus.runtime.error.DatabaseUnavailableException} whose
   * cause is why it could not be opened.
   */
  OPTIONAL,
  /**
   * A damaged file is set aside, under a name with {@code .damaged-} and the time, and a new one is begun. Nothing is
   * deleted, and nothing but damage is a reason: a file that is locked, or newer than the code, fails as with REQUIRED.
   */
  RECREATE
}

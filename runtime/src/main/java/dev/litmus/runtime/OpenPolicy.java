package dev.litmus.runtime;

/**
 * What happens when a database cannot be opened. With {@link SqliteDatabase#open(String, java.nio.file.Path,
 * DatabaseSettings)} there are no others, and OPTIONAL fails as REQUIRED does.
 */
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
   * deleted, and nothing is a reason but damage that opening finds, a file that is no database or pages that are broken:
   * one that is locked, newer than the code, or cannot be migrated fails as with REQUIRED.
   *
   * <p>Several processes may open the same file so. One begins it anew, and the others open the new one, or fail with a
   * {@link dev.litmus.runtime.error.DatabaseBusyException} when somebody still has the damaged one open after the busy
   * timeout. A file with {@code -lock} behind the database's name is how they agree; it is empty, stays there, and must
   * not be deleted. All processes that open the file should say RECREATE, or else open it only after one that does.
   */
  RECREATE
}

package dev.litmus.runtime.power;

/** What a program did to the files below one directory, and what it said meanwhile. Paths are relative to that directory. */
public sealed interface DiskEvent {

  /** No file: a name that is gone. */
  int NOTHING = 0;

  /** No file: the name of a directory. */
  int DIRECTORY = -1;

  /**
   * A name has another meaning.
   *
   * @param path the name
   * @param file the number of the file, {@link #DIRECTORY} or {@link #NOTHING}
   */
  record Named(String path, int file) implements DiskEvent {}

  /** Bytes are written. Two of them are never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Written(int file, int offset, byte[] bytes) implements DiskEvent {}

  /** A file is cut or made longer. */
  record Resized(int file, int size) implements DiskEvent {}

  /** The content of a file is on the disk. */
  record Synced(int file) implements DiskEvent {}

  /** The names in a directory are on the disk. */
  record DirectorySynced(String path) implements DiskEvent {}

  /** The program said that a piece of work is committed. */
  record Acknowledged(int number) implements DiskEvent {}
}

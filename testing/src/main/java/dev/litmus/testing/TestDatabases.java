package dev.litmus.testing;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The databases of one test, and what a test may want besides: faults, a restart, databases of old versions. {@link
 * LitmusExtension} makes one for each test; without it, close it. For the thread of the test; the databases themselves are for
 * all threads.
 */
public final class TestDatabases implements AutoCloseable {

  private final Storage storage;
  private final DatabaseSettings settings;
  private final Faults faults = new Faults();
  private final List<OldDatabase> old = new ArrayList<>();
  private @Nullable TemporaryDirectory directory;
  private Databases databases;

  private TestDatabases(Storage storage, DatabaseSettings settings) {
    this.storage = storage;
    this.settings = settings.with(changed -> changed.faults(faults));
    this.databases = open();
  }

  /**
   * Opens new databases of all schemas of the class path, with {@link DatabaseSettings#DEFAULT}.
   *
   * @param storage where they are
   * @return to be closed by the caller, who deletes them by that
   */
  public static TestDatabases open(Storage storage) {
    return open(storage, DatabaseSettings.DEFAULT);
  }

  /**
   * Opens new databases of all schemas of the class path.
   *
   * @param storage where they are
   * @param settings how they are opened, but for {@link DatabaseSettings.Builder#faults}, which are {@link #faults}
   * @return to be closed by the caller, who deletes them by that
   */
  public static TestDatabases open(Storage storage, DatabaseSettings settings) {
    return new TestDatabases(storage, settings);
  }

  /** With rows that are not subject to any fault. */
  static TestDatabases open(
      Storage storage, DatabaseSettings settings, Consumer<? super Databases> rows) {
    TestDatabases opened = open(storage, settings);
    try {
      rows.accept(opened.databases());
      opened.faults.clear();
      return opened;
    } catch (RuntimeException | Error e) {
      try {
        opened.close();
      } catch (RuntimeException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  private Databases open() {
    return storage == Storage.MEMORY
        ? Databases.inMemory(settings)
        : Databases.builder(directory()).settings(settings).open();
  }

  /**
   * Returns the open databases.
   *
   * @return those of the last {@link #restart}; closed by this object
   */
  public Databases databases() {
    return databases;
  }

  /**
   * Returns the faults of this test.
   *
   * @return none ordered at first
   */
  public Faults faults() {
    return faults;
  }

  /**
   * Returns where files of this test may be, such as {@code <schema>.sqlite} of {@link Storage#FILES}.
   *
   * @return a directory that is deleted by {@link #close}
   */
  public Path directory() {
    if (directory == null) {
      directory = TemporaryDirectory.create();
    }
    return directory.path();
  }

  /**
   * Closes the databases and opens them again, as after the process has ended; no fault is ordered any more. Repositories of
   * before are closed.
   *
   * @return the open databases, also by {@link #databases()}
   * @throws IllegalStateException when they are in memory, where nothing would be left of them
   */
  public Databases restart() {
    if (storage == Storage.MEMORY) {
      throw new IllegalStateException(
          "databases in memory are gone when they are closed: use Storage.FILES for a restart");
    }
    databases.close();
    faults.clear();
    databases = open();
    return databases;
  }

  /**
   * Makes a new database of an old version, in a file, beside the others.
   *
   * @param schema what {@code @Database} names
   * @param version the version of its last migration; the later ones are left to {@link OldDatabase#migrate}
   * @return the file, closed
   * @throws dev.litmus.runtime.error.MigrationException when there is no such version
   */
  public OldDatabase at(String schema, long version) {
    Path file = directory().resolve("old-" + (old.size() + 1)).resolve(schema + ".sqlite");
    OldDatabase made = OldDatabase.create(schema, version, file, settings);
    old.add(made);
    return made;
  }

  /** Closes everything that came from here, and deletes the files. Does nothing the second time. */
  @Override
  public void close() {
    faults.clear();
    try {
      old.forEach(OldDatabase::close);
      databases.close();
    } finally {
      old.clear();
      if (directory != null) {
        directory.delete();
        directory = null;
      }
    }
  }
}

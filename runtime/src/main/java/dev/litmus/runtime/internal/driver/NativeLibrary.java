package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library. Left alone, the driver unpacks it into the shared folder for temporary files, where it
 * stays when the process is killed. Here it is unpacked into a folder of its own that goes away again, unless the
 * user has said by the driver's own properties where it is to be.
 */
public final class NativeLibrary {

  static final String TMPDIR = "org.sqlite.tmpdir";
  private static final String LIB_PATH = "org.sqlite.lib.path";

  private static volatile boolean loaded;

  private NativeLibrary() {}

  /**
   * Loads it, once for the class loader of this class. The lock is one that all class loaders share: the driver is told
   * where to unpack by a property of the whole process, and several class loaders may come at the same time.
   *
   * @throws NativeLibraryException when it cannot be unpacked or loaded; trying again is possible
   */
  @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the one object that all class loaders share
  public static void load() throws NativeLibraryException {
    if (loaded) {
      return;
    }
    synchronized (System.class) {
      if (!loaded) {
        loadLocked();
        loaded = true;
      }
    }
  }

  private static void loadLocked() throws NativeLibraryException {
    @Nullable String chosen = System.getProperty(TMPDIR);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
    if (chosen != null) {
      initialize(Path.of(chosen), null);
    } else if (System.getProperty(LIB_PATH) != null) {
      initialize(temporary, null);
    } else {
      loadFromOwnFolder(temporary);
    }
  }

  private static void loadFromOwnFolder(Path temporary) throws NativeLibraryException {
    UnpackFolder folder;
    try {
      folder = UnpackFolder.create(temporary);
    } catch (IOException e) {
      // It may be loaded already, or installed where the JVM looks for libraries.
      initialize(temporary, e);
      return;
    }
    System.setProperty(TMPDIR, folder.path().toString());
    System.setProperty(LIB_PATH, folder.path().toString());
    try {
      initialize(folder.path(), unpack(folder.path()));
    } finally {
      System.clearProperty(LIB_PATH);
      System.clearProperty(TMPDIR);
      folder.remove();
    }
  }

  /**
   * Unpacks it, because the driver cannot under a umask that takes the owner's rights. What the driver does not find here
   * it still looks for elsewhere.
   *
   * @return what went wrong; null when nothing did
   */
  private static @Nullable IOException unpack(Path folder) {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null) {
        Path file = folder.resolve(name);
        FileSeam.of(folder).createFile(file);
        try (OutputStream out = Files.newOutputStream(file)) {
          library.transferTo(out);
        }
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /**
   * Has the driver load it.
   *
   * @param folder where it unpacks, to find out what is wrong there: the driver itself says only that there is no
   *     library
   * @param known what is known to be wrong there
   */
  private static void initialize(Path folder, @Nullable IOException known)
      throws NativeLibraryException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      @Nullable IOException problem = known != null ? known : UnpackFolder.problem(folder);
      if (problem == null) {
        throw new NativeLibraryException(
            "SQLite's native library cannot be loaded: " + e.getMessage(), e);
      }
      problem.addSuppressed(e);
      throw new NativeLibraryException(
          "SQLite's native library cannot be unpacked and loaded: " + FileProblem.reason(problem),
          problem);
    }
  }
}

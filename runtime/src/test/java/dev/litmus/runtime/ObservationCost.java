package dev.litmus.runtime;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import jdk.jfr.Recording;

/**
 * Prints what a select by primary key costs when nobody watches, when a listener does, and when the flight recorder
 * does; or, when its argument is a folder with the classes of another build of the runtime, what it costs in the two
 * builds while nobody watches. Each row has a class loader of its own, so that the JIT compiles each for itself; they
 * take turns in one JVM, in an order that is drawn for each round. "Again" is the first row's build a second time: how far
 * it is from 1 is what this machine can tell apart. What the JIT has made of a row stays until the JVM ends, so run it
 * several times. Not a test, because tests are not timed:
 *
 * <pre>mvn -q -o -pl runtime test-compile
 * git worktree add ../before COMMIT &amp;&amp; mvn -q -o -f ../before/pom.xml -pl runtime compile
 * java -cp runtime/target/test-classes:runtime/target/classes:SQLITE_JDBC_JAR:JSPECIFY_JAR \
 *     dev.litmus.runtime.ObservationCost ../before/runtime/target/classes</pre>
 */
public final class ObservationCost {

  private static final int ROWS = 10_000;
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 40;
  private static final long SELECTS = 2_000;

  /** The time of the thread, so that what else the machine does counts less. */
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ObservationCost() {}

  /** Takes the folder of another build's classes, or nothing. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("litmus-cost");
    Path now = place(ObservationCost.class);
    Map<String, LongUnaryOperator> variants = new LinkedHashMap<>();
    variants.put("nobody watches", load(now, directory, "Unwatched"));
    variants.put("again", load(now, directory, "Unwatched"));
    if (arguments.length > 0) {
      variants.put("other build", load(Path.of(arguments[0]), directory, "Unwatched"));
      report("", variants);
    } else {
      variants.put("a listener", load(now, directory, "Watched"));
      report("", variants);
      variants.remove("a listener");
      reportWhileRecording(variants);
    }
    deleteAll(directory);
  }

  private static void reportWhileRecording(Map<String, LongUnaryOperator> variants) {
    try (Recording recording = new Recording()) {
      recording.enable("dev.litmus.Statement");
      recording.start();
      report("while the flight recorder runs:", variants);
    }
  }

  private static Path place(Class<?> type) throws Exception {
    Path tests =
        Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    return tests.resolveSibling("classes");
  }

  /** Work of a build: its argument says how many selects, its result is a sum, so that none can be left out. */
  private static LongUnaryOperator load(Path classes, Path directory, String work)
      throws Exception {
    URL tests = ObservationCost.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] places = {classes.toAbsolutePath().toUri().toURL(), tests};
    @SuppressWarnings("resource") // Its classes are used until the end.
    ClassLoader loader = new ChildFirst(places, ObservationCost.class.getClassLoader());
    return Class.forName("dev.litmus.runtime.ObservationCost$" + work, true, loader)
        .asSubclass(LongUnaryOperator.class)
        .getDeclaredConstructor(Path.class)
        .newInstance(Files.createTempDirectory(directory, "db"));
  }

  /** Loads Litmus itself, so that its parent's build is not seen, and leaves the driver to the parent. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] places, ClassLoader parent) {
      super(places, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("dev.litmus.")) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }

  private static void report(String title, Map<String, LongUnaryOperator> variants) {
    List<String> names = new ArrayList<>(variants.keySet());
    Map<String, double[]> nanos = new LinkedHashMap<>();
    names.forEach(name -> nanos.put(name, new double[ROUNDS]));
    Map<String, Long> allocated = new LinkedHashMap<>();
    Random order = new Random(1);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      List<String> turn = new ArrayList<>(names);
      Collections.shuffle(turn, order);
      for (String name : turn) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        long sum = variants.get(name).applyAsLong(SELECTS);
        long spent = THREAD.getCurrentThreadCpuTime() - start;
        allocated.put(name, (THREAD.getCurrentThreadAllocatedBytes() - bytes) / SELECTS);
        if (sum == 0) {
          throw new IllegalStateException("nothing was read");
        }
        if (round >= 0) {
          nanos.get(name)[round] = spent / (double) SELECTS;
        }
      }
    }
    System.out.printf(
        "%s%n%-16s%12s%12s%12s%26s%n",
        title, "per select", "bytes", "ns, median", "ratio", "its quartiles");
    double[] first = nanos.get(names.get(0));
    for (String name : names) {
      double[] of = nanos.get(name);
      double[] ratios = new double[ROUNDS];
      Arrays.setAll(ratios, i -> of[i] / first[i]);
      System.out.printf(
          Locale.ROOT,
          "%-16s%12d%12.0f%12.3f%18.3f %.3f%n",
          name,
          allocated.get(name),
          quantile(of, 0.5),
          quantile(ratios, 0.5),
          quantile(ratios, 0.25),
          quantile(ratios, 0.75));
    }
  }

  private static double quantile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      // Deleted in reverse order: what is in a directory before it.
      files.forEach(file -> file.toFile().deleteOnExit());
    }
  }

  /** Selects by primary key the way generated code does. */
  public static class Unwatched implements LongUnaryOperator {
    private static final SqlStatement FIND =
        SqlStatement.of("Cost.find", "SELECT text FROM notes WHERE id = ?");

    private final SqliteDatabase database;
    private long next;

    /** Loaded by another loader, so it must be public. */
    public Unwatched(Path directory) {
      this(directory, DatabaseSettings.DEFAULT);
    }

    Unwatched(Path directory, DatabaseSettings settings) {
      @SuppressWarnings("resource") // Used until the end of the process.
      Databases databases = TestDatabases.open(directory, settings, "notes");
      database = databases.get("notes");
      database.transaction(() -> {
        for (int i = 1; i <= ROWS; i++) {
          TestDatabases.write(database, "INSERT INTO notes VALUES (?, ?)", i, "note " + i);
        }
      });
    }

    @Override
    public long applyAsLong(long selects) {
      long sum = 0;
      for (long i = 0; i < selects; i++) {
        next = (next + 7919) % ROWS;
        sum += find(next + 1).length();
      }
      return sum;
    }

    private String find(long id) {
      try (PreparedStatement statement = database.read(FIND)) {
        statement.setLong(1, id);
        ResultSet row = statement.executeQuery();
        return row.next() ? row.getString(1) : "";
      } catch (SQLException e) {
        throw database.failure(FIND, e);
      }
    }
  }

  /** The same with a listener that adds up. */
  public static final class Watched extends Unwatched {
    /** Loaded by another loader, so it must be public. */
    public Watched(Path directory) {
      super(
          directory,
          DatabaseSettings.DEFAULT.with(s -> s.listener(new DatabaseListener() {
            private long rows;

            @Override
            public void statement(StatementEvent event) {
              rows += event.rows();
            }
          })));
    }
  }
}

package dev.litmus.benchmarks.startup;

import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.internal.driver.NativeLibrary;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * What a new process runs to find out where the time goes: what opening does, a step after the other, each with what it needs
 * for the first time.
 */
public final class StartedInSteps {

  private StartedInSteps() {}

  /** Prints the name of each step and how long it took, in microseconds. */
  public static void main(String[] arguments) throws SQLException {
    List<String> steps = new ArrayList<>();
    long start = System.nanoTime();

    System.getLogger("dev.litmus.runtime").log(Level.DEBUG, "nothing");
    start = step(steps, "logging", start);

    NativeLibrary.load();
    start = step(steps, "native-library", start);

    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = memory.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1")) {
      row.next();
    }
    start = step(steps, "driver", start);

    TreeSet<String> schemas = new TreeSet<>();
    for (RepositoryFactory<?> factory : ServiceLoader.load(RepositoryFactory.class)) {
      schemas.add(factory.schema());
    }
    start = step(steps, "repositories-found", start);

    List<SqliteDatabase> databases = new ArrayList<>();
    for (String schema : schemas) {
      databases.add(SqliteDatabase.open(schema, Path.of(arguments[0], schema + ".sqlite")));
      start = step(steps, "database-" + databases.size(), start);
    }
    for (SqliteDatabase database : databases) {
      database.close();
    }
    step(steps, "closing", start);
    steps.forEach(System.out::println);
  }

  private static long step(List<String> steps, String name, long start) {
    steps.add(name + " " + (System.nanoTime() - start) / 1000);
    return System.nanoTime();
  }
}

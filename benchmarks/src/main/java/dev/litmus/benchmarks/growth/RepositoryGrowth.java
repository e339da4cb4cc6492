package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.compiling.GeneratedProject;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opening a database with more and more repositories of its schema, and making an instance of each. They are generated, compiled
 * by the processor, and loaded by a new class loader each time, as at a start; the JVM itself is warm.
 */
final class RepositoryGrowth {

  private static final int ROUNDS = 30;
  private static final int WARM_UP = 10;
  private static final double MICROS_PER_MILLI = 1000;

  private RepositoryGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    Table table = new Table(
        "Opening against repositories", "repositories", "open p50 ms", "all instances p50 ms");
    List<double[]> opening = new ArrayList<>();
    List<double[]> creating = new ArrayList<>();
    for (long count : Scale.powers(1, scale.maxParts() / 10)) {
      Path place = folder.resolve("repositories-" + count);
      Module module = Module.compile(project(place, (int) count));
      Latency open = new Latency();
      Latency create = new Latency();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        boolean warm = round >= 0;
        module.run(loader -> {
          long start = System.nanoTime();
          try (SqliteDatabase database =
              SqliteDatabase.open("grown", place.resolve("grown.sqlite"))) {
            long opened = System.nanoTime();
            for (int i = 0; i < count; i++) {
              database.repository(loader.loadClass("project.Repository" + i));
            }
            long created = System.nanoTime();
            if (warm) {
              open.add(opened - start);
              create.add(created - opened);
            }
          }
        });
      }
      table.row(count, open.micros(50) / MICROS_PER_MILLI, create.micros(50) / MICROS_PER_MILLI);
      opening.add(new double[] {count, open.micros(50) / MICROS_PER_MILLI});
      creating.add(new double[] {count, create.micros(50) / MICROS_PER_MILLI});
    }
    results.show("growth-repositories", table);
    Plot plot =
        new Plot("Opening a database against its repositories", "repositories", "median, ms");
    plot.line("opening", opening);
    plot.line("an instance of each", creating);
    results.show("growth-repositories", plot);
  }

  private static GeneratedProject project(Path folder, int count) throws IOException {
    GeneratedProject project = new GeneratedProject(folder);
    project.migration(
        "grown", 1, "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL);");
    for (int i = 0; i < count; i++) {
      project.source("Repository" + i, """
          import dev.litmus.annotations.*;
          import java.util.*;
          @Database("grown") public interface Repository%d {
            record Item(long id, String name) {}
            @Query("SELECT id, name FROM items WHERE id = :id") Optional<Item> find(long id);
            @Query("SELECT id, name FROM items ORDER BY id") List<Item> all();
            @Query("INSERT INTO items (name) VALUES (:name) RETURNING id") long add(String name);
            @Query("UPDATE items SET name = :name WHERE id = :id") int rename(long id, String name);
            @Query("DELETE FROM items WHERE id = :id") int delete(long id);
          }
          """.formatted(i));
    }
    return project;
  }
}

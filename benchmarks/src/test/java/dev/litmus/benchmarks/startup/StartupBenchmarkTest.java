package dev.litmus.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.annotations.Query;
import dev.litmus.benchmarks.compiling.GeneratedProject;
import dev.litmus.benchmarks.compiling.Processors;
import dev.litmus.benchmarks.plot.Csv;
import dev.litmus.benchmarks.plot.Program;
import dev.litmus.runtime.SqliteDatabase;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class StartupBenchmarkTest {

  @Test
  void everyStartOpensAllDatabases(@TempDir Path folder) throws Exception {
    GeneratedProject project = new GeneratedProject(folder.resolve("project"));
    for (String schema : new String[] {"One", "Two"}) {
      project.migration(
          schema.toLowerCase(Locale.ROOT), 1, "CREATE TABLE t (id INTEGER PRIMARY KEY);");
      project.source(schema, """
          import dev.litmus.annotations.*;
          @Database("%s") public interface %s {
            @Query("SELECT count(*) FROM t") long count();
          }
          """.formatted(schema.toLowerCase(Locale.ROOT), schema));
    }
    String application = String.join(
        File.pathSeparator,
        project.compile(Processors.litmus()).toString(),
        place(SqliteDatabase.class),
        place(Query.class),
        place(JDBC.class));

    int status = Program.execute(
        new StartupBenchmark(), "--runs=1", "--application=" + application, "--csv=" + folder);

    assertThat(status).isZero();
    Csv starts = Csv.read(folder.resolve("startup.csv"));
    assertThat(starts.column("databases")).hasSizeGreaterThan(2).containsOnly("2");
    assertThat(starts.numbers("open p50 ms")).allMatch(millis -> millis > 0);
    assertThat(Csv.read(folder.resolve("startup-steps.csv")).column("step"))
        .contains("native-library", "database-1", "database-2", "closing");
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}

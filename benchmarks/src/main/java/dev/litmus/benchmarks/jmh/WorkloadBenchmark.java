package dev.litmus.benchmarks.jmh;

import dev.litmus.benchmarks.compare.DataFiles;
import dev.litmus.benchmarks.compare.Size;
import dev.litmus.benchmarks.compare.Slices;
import dev.litmus.benchmarks.compare.Workload;
import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call of a contender, for JMH and its profilers. A call is an operation, except that W6 goes through the five pages of a
 * chat, W4b inserts 1,000 rows and W5 10,000. What was inserted is deleted between two calls when all messages have arrived:
 * that is not measured, but profilers see it.
 *
 * <p>The contenders are forks one after the other: {@code benchmarks/compare} is what compares them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class WorkloadBenchmark {

  /** The name of a contender. */
  @Param({"litmus", "jdbc-cached", "jdbc-tuned"})
  @SuppressWarnings("NullAway.Init")
  public String contender;

  /** The label of a workload. */
  @Param({"W1", "W2", "W3", "W4a", "W4b", "W5a", "W5b", "W6a", "W6b", "W8"})
  @SuppressWarnings("NullAway.Init")
  public String workload;

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Slices slices;

  @SuppressWarnings("NullAway.Init")
  private Workload what;

  private int position;

  /** Makes the files, and opens them. */
  @Setup
  public void open() throws IOException, SQLException {
    what = Workload.of(workload);
    folder = Files.createTempDirectory("litmus-jmh");
    slices = new Slices(JavaContender.of(contender), DataFiles.make(folder, Size.FULL));
  }

  /** Runs the next operation. */
  @Benchmark
  public Object run() throws SQLException {
    Object result = slices.once(what, position);
    position += what.kind() == Workload.Kind.WRITE ? (int) result : 1;
    return result;
  }

  /** Begins again when everything is inserted. */
  @TearDown(Level.Invocation)
  public void undo() throws SQLException {
    if (what.kind() == Workload.Kind.WRITE && !slices.remains(what, position)) {
      slices.undo(what, position);
      position = 0;
    }
  }

  /** Deletes the files. */
  @TearDown
  public void close() throws IOException {
    slices.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}

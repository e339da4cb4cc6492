package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.contender.Beside;
import dev.litmus.benchmarks.compare.contender.Contender;
import dev.litmus.benchmarks.compare.contender.JavaContender;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A contender at work: runs a workload for about as long as it is told, again and again. For one thread. */
public final class Slices implements AutoCloseable {

  private final JavaContender contender;
  private final DataFiles files;
  private final Input input;
  private final Map<Workload, Integer> positions = new EnumMap<>(Workload.class);
  private @Nullable Opened normal;
  private @Nullable Opened favourable;

  /** What was returned last: the compiler must not find out that nobody wants it. */
  private @Nullable Object last;

  /** An open database, and the last row that stays. */
  private record Opened(Beside database, long stays) {}

  /** Prepares a contender on files of its own. */
  public Slices(JavaContender contender, DataFiles files) throws SQLException {
    this.contender = contender;
    this.files = files;
    this.input = Input.read(files.input());
  }

  Answer run(Workload workload, long millis) throws SQLException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    return switch (workload.kind()) {
      case READ -> read(workload, nanos);
      case WRITE -> write(workload, nanos);
      case CONCURRENT -> beside(nanos);
    };
  }

  private Answer read(Workload workload, long nanos) throws SQLException {
    Reading reading = new Reading(workload, contender(workload), input);
    int position = positions.getOrDefault(workload, 0);
    long operations = 0;
    long begin = System.nanoTime();
    long elapsed;
    do {
      for (int i = 0; i < reading.atOnce(); i++) {
        last = reading.run(position++);
      }
      operations += (long) reading.atOnce() * reading.operations();
      elapsed = System.nanoTime() - begin;
    } while (elapsed < nanos);
    positions.put(workload, position % input.lookups().size());
    return new Answer(operations, elapsed, reading.hash(last));
  }

  private Answer write(Workload workload, long nanos) throws SQLException {
    Writing writing = new Writing(workload, contender(workload), input);
    int inserted = 0;
    long begin = System.nanoTime();
    long elapsed;
    do {
      inserted += writing.run(inserted);
      elapsed = System.nanoTime() - begin;
    } while ((elapsed < nanos && writing.remains(inserted)) || inserted < writing.least());
    String hash = writing.hash();
    restore(workload, inserted);
    return new Answer(inserted, elapsed, hash);
  }

  private Answer beside(long nanos) throws SQLException {
    Opened opened = opened(false);
    Answer answer = Concurrently.run(opened.database, input, nanos);
    restore(Workload.W7, answer.operations());
    return answer;
  }

  /** Deletes what was inserted, on the connection that wrote it: another would make it forget its cache. */
  private void restore(Workload workload, long inserted) throws SQLException {
    Opened opened = opened(workload.isFavourable());
    long found = lastRow(files.database(workload.isFavourable())) - opened.stays;
    if (found != inserted) {
      throw new IllegalStateException(
          workload + ": " + inserted + " rows were inserted, and there are " + found);
    }
    opened.database.execute("DELETE FROM messages WHERE rowid > " + opened.stays);
    opened.database.checkpoint();
  }

  /**
   * Does one operation, for JMH.
   *
   * @param position which one: what is looked for, or how many messages have been inserted
   * @return what it returned, or how many messages it has inserted
   */
  public Object once(Workload workload, int position) throws SQLException {
    return workload.kind() == Workload.Kind.WRITE
        ? new Writing(workload, contender(workload), input).run(position)
        : new Reading(workload, contender(workload), input).run(position);
  }

  /** Returns whether there is something left to insert. */
  public boolean remains(Workload workload, int inserted) throws SQLException {
    return new Writing(workload, contender(workload), input).remains(inserted);
  }

  /** Deletes what {@link #once} has inserted. */
  public void undo(Workload workload, int inserted) throws SQLException {
    restore(workload, inserted);
  }

  private Contender contender(Workload workload) throws SQLException {
    return (Contender) opened(workload.isFavourable()).database;
  }

  private Opened opened(boolean inFavourable) throws SQLException {
    Opened opened = inFavourable ? favourable : normal;
    if (opened == null) {
      Path file = files.database(inFavourable);
      opened = new Opened(contender.open(file), lastRow(file));
      if (inFavourable) {
        favourable = opened;
      } else {
        normal = opened;
      }
    }
    return opened;
  }

  private static long lastRow(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(rowid) FROM messages")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    for (Opened opened : new @Nullable Opened[] {normal, favourable}) {
      if (opened != null) {
        opened.database.close();
      }
    }
  }
}

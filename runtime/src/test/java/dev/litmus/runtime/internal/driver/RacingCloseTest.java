package dev.litmus.runtime.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A connection is closed under a thread that reads from it or writes to it: that thread gets an exception, and the process
 * lives. In a process of its own, because a call with the address of a statement that is gone ends it. A minute with {@code
 * -Dlitmus.soak=true}.
 */
class RacingCloseTest {

  @TempDir
  Path folder;

  @Test
  void aConnectionThatIsClosedUnderAThreadGivesExceptions() throws Exception {
    int millis = Boolean.getBoolean("litmus.soak") ? 60_000 : 2_000;
    Path file = Files.createFile(folder.resolve("race.db"));
    try (ChildJvm child = ChildJvm.start(
        ChildJvm.command(ChildJvm.ownDriver(), List.of(), Race.class, file, millis))) {
      String[] said = child.line().split(" ", -1);
      assertThat(said).as(String.join(" ", said)).hasSize(3);
      System.out.printf("%s races, %s ended by an exception, %s rows%n", (Object[]) said);
      assertThat(Integer.parseInt(said[0])).isGreaterThan(millis / 100);
      assertThat(Integer.parseInt(said[1])).isEqualTo(Integer.parseInt(said[0]));
      assertThat(Long.parseLong(said[2])).isPositive();
      assertThat(child.exit()).isZero();
    }
  }

  /** Opens, lets a thread work, closes, again and again; says how often, how often it threw, and how many rows were read. */
  static final class Race {

    private static final ConnectionSettings SETTINGS = new ConnectionSettings(
        true, true, 1, Duration.ofSeconds(1), 1000, 1 << 24, 0, ApplicationCode.NONE);
    private static final String ROWS =
        "WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ?)"
            + " SELECT value, 'text ' || value, 1.5, x'00ff', NULL FROM n";

    private long rows;

    public static void main(String[] arguments) throws Exception {
      Race race = new Race();
      Path file = Path.of(arguments[0]);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
      Random random = new Random(10);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      int races = 0;
      int thrown = 0;
      while (System.nanoTime() < end) {
        boolean writes = random.nextInt(4) == 0;
        DriverConnection connection = DriverConnection.openWriter(file, SETTINGS, () -> false);
        connection.prepareFile(SETTINGS);
        connection.execute("CREATE TABLE IF NOT EXISTS t (n)");
        Future<Boolean> work =
            thread.submit(() -> writes ? race.write(connection) : race.read(connection));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
        connection.close();
        races++;
        thrown += work.get() ? 1 : 0;
      }
      thread.shutdown();
      System.out.println(races + " " + thrown + " " + race.rows);
    }

    private boolean read(DriverConnection connection) {
      try {
        DriverStatement statement = connection.prepare(ROWS);
        while (true) {
          boolean row = statement.run(new Object[] {200});
          while (row) {
            for (int column = 1; column <= 5; column++) {
              statement.look(column);
              statement.text(column);
            }
            statement.blob(4);
            rows++;
            row = statement.next();
          }
          statement.reset();
        }
      } catch (SQLException closed) {
        return true;
      }
    }

    private boolean write(DriverConnection connection) {
      try {
        DriverStatement insert = connection.prepare("INSERT INTO t (n) VALUES (?)");
        while (true) {
          insert.update(new Object[] {"a text of some length"});
          insert.forget();
        }
      } catch (SQLException closed) {
        return true;
      }
    }
  }
}

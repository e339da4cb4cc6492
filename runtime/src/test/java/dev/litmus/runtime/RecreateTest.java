package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.UseLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several that find the same file damaged at the same time: nothing that was written to the new one is lost. */
class RecreateTest {

  private static final DatabaseSettings RECREATE =
      DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.RECREATE));
  private static final String GARBAGE = "garbage".repeat(2000);

  @TempDir
  Path directory;

  private final Repositories repositories = TestDatabases.repositories("chat");

  private SqliteDatabase open(Path file, DatabaseSettings settings) {
    return SqliteDatabase.open("chat", file, settings, repositories);
  }

  @Test
  void twoThreads() throws Exception {
    for (int round = 0; round < 30; round++) {
      Path file = Files.createDirectory(directory.resolve("r" + round)).resolve("chat.sqlite");
      Files.writeString(file, GARBAGE);
      CyclicBarrier barrier = new CyclicBarrier(2);
      Callable<Integer> opening = () -> {
        barrier.await();
        try (SqliteDatabase chat = open(file, RECREATE)) {
          write(chat, "INSERT INTO counters (n) VALUES (7)");
          return 1;
        } catch (LitmusException refused) {
          return 0;
        }
      };
      List<FutureTask<Integer>> threads =
          List.of(new FutureTask<>(opening), new FutureTask<>(opening));
      threads.forEach(task -> new Thread(task).start());
      int written = 0;
      for (FutureTask<Integer> thread : threads) {
        written += thread.get();
      }
      assertThat(written).as("round " + round).isPositive();
      assertKept(file, written);
    }
  }

  private void assertKept(Path file, int rows) throws Exception {
    try (SqliteDatabase chat = open(file, DatabaseSettings.DEFAULT)) {
      assertThat(read(chat, "SELECT n FROM counters")).as(file.toString()).hasSize(rows);
    }
    List<Path> aside = setAside(file);
    assertThat(aside).as(file.toString()).hasSize(1);
    assertThat(aside.get(0)).hasContent(GARBAGE);
  }

  private static List<Path> setAside(Path file) throws Exception {
    try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
      return all.filter(path -> path.toString().contains(".damaged-")).toList();
    }
  }

  @Test
  void threeProcesses() throws Exception {
    int rounds = 8;
    for (int round = 0; round < rounds; round++) {
      Path folder = Files.createDirectory(RecreatingChild.folder(directory, round));
      Files.writeString(folder.resolve("chat.sqlite"), GARBAGE);
    }
    List<ChildProcess> children = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        children.add(ChildProcess.start(
            directory.resolve("child" + i), RecreatingChild.class, directory, rounds));
      }
      for (ChildProcess child : children) {
        assertThat(child.line()).isEqualTo("ready");
      }
      for (int round = 0; round < rounds; round++) {
        Path folder = RecreatingChild.folder(directory, round);
        Files.createFile(folder.resolve("go"));
        int written = 0;
        for (ChildProcess child : children) {
          String outcome = child.line();
          assertThat(outcome).matches("wrote|busy .*");
          written += outcome.equals("wrote") ? 2 : 0;
        }
        assertThat(written).isPositive();
        assertKept(folder.resolve("chat.sqlite"), written);
      }
    } finally {
      children.forEach(ChildProcess::close);
    }
  }

  @Test
  void whatAnotherProcessHasOpenIsNotSetAside() throws Exception {
    Path file = directory.resolve("chat.sqlite");
    Files.writeString(file, GARBAGE);
    DatabaseSettings impatient = RECREATE.with(s -> s.busyTimeout(Duration.ofMillis(100)));
    FileSeam files = FileSeam.of(file);
    for (boolean alone : new boolean[] {true, false}) {
      try (UseLock other = alone ? UseLock.take(files, file) : UseLock.share(files, file)) {
        assertThat(other).isNotNull();
        assertThatThrownBy(() -> open(file, impatient)).isInstanceOf(DatabaseBusyException.class);
      }
      assertThat(file).hasContent(GARBAGE);
    }
    open(file, impatient).close();
    assertThat(setAside(file)).hasSize(1);
  }

  @Test
  void onlyWhatIsStillDamagedAtTheSecondLookIsSetAside() throws Exception {
    Path file = directory.resolve("chat.sqlite");
    open(file, RECREATE).close();
    assertThat(new Recreation("chat", file, sound -> {}).run()).isTrue();
    Recreation locked = new Recreation("chat", file, found -> {
      throw new SQLException("database is locked", null, Failures.BUSY);
    });
    assertThatThrownBy(locked::run).isInstanceOf(DatabaseBusyException.class);
    assertThat(setAside(file)).isEmpty();
    Recreation damaged = new Recreation("chat", file, found -> {
      throw new SQLException("file is not a database", null, Failures.NOT_A_DATABASE);
    });
    assertThat(damaged.run()).isTrue();
    assertThat(setAside(file)).hasSize(1);
    assertThat(damaged.run()).isTrue();
    assertThat(setAside(file)).hasSize(1);
  }

  @Test
  void aProcessThatNeverRecreatesCountsAsAUser() throws Exception {
    Path file = directory.resolve("chat.sqlite");
    open(file, RECREATE).close();
    FileSeam files = FileSeam.of(file);
    SqliteDatabase chat = open(file, DatabaseSettings.DEFAULT);
    assertThat(UseLock.take(files, file)).isNull();
    chat.close();
    try (UseLock alone = UseLock.take(files, file)) {
      assertThat(alone).isNotNull();
    }
  }
}

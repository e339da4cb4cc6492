package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing a connection under a statement that runs crashes SQLite; in a process of its own that is a red test. */
class CloseStressTest {

  private static final long SLACK_MILLIS = 500;

  @TempDir
  Path directory;

  @Test
  void closingWhileQueriesRunIsBoundedAndCrashesNothing() throws Exception {
    int millis = Soak.of(1_500, 60_000);
    Path process = directory.resolve("process");
    try (ChildProcess child = ChildProcess.start(process, ClosingChild.class, directory, millis)) {
      int exitCode = child.exitCode(millis / 1_000 + 30);
      assertThat(exitCode).as("exit code; errors: %s", child.errors()).isZero();
      String[] said = child.line().split(" ", -1);
      System.out.printf(
          "%s closings, the longest %s ms; %s pieces of work done, %s refused or ended%n",
          (Object[]) said);
      assertThat(Integer.parseInt(said[0])).as("closings").isGreaterThan(millis / 500);
      assertThat(Long.parseLong(said[1]))
          .as("longest closing, ms")
          .isLessThan(ClosingChild.GRACE.plus(ClosingChild.INTERRUPTED).toMillis() + SLACK_MILLIS);
      assertThat(Long.parseLong(said[2])).as("done").isPositive();
      assertThat(Long.parseLong(said[3])).as("refused").isPositive();
    }
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      assertThat(TestDatabases.read(databases.get("chat"), "PRAGMA integrity_check"))
          .containsExactly("ok");
    }
  }
}

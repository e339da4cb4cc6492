package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * For each round waits for a file, opens the database of that round, which is damaged, with RECREATE, writes a row, and
 * says {@code wrote}; or {@code busy}, or what else went wrong. Some rounds it keeps the database open until the next.
 */
final class RecreatingChild {

  private RecreatingChild() {}

  static Path folder(Path directory, int round) {
    return directory.resolve("round" + round);
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Repositories repositories = TestDatabases.repositories("chat");
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(
        s -> s.policy(OpenPolicy.RECREATE).busyTimeout(Duration.ofSeconds(20)));
    ChildProcess.say("ready");
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      Path folder = folder(directory, round);
      while (!Files.exists(folder.resolve("go"))) {
        Thread.onSpinWait();
      }
      try (SqliteDatabase chat =
          SqliteDatabase.open("chat", folder.resolve("chat.sqlite"), settings, repositories)) {
        TestDatabases.write(chat, "INSERT INTO counters (n) VALUES (?)", round);
        if (round % 2 == 0) {
          // The others have to open it beside this process.
          Thread.sleep(20);
        }
        TestDatabases.write(chat, "INSERT INTO counters (n) VALUES (?)", round);
        ChildProcess.say("wrote");
      } catch (LitmusException e) {
        ChildProcess.say((e.isRetriable() ? "busy " : "failed ") + e);
      }
    }
  }
}

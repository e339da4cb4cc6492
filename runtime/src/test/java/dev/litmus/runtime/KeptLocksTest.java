package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * POSIX drops all locks that a process has on a file when it closes any handle of it: nothing may look into the file of a
 * database that is open in this process, whatever it is asked for.
 */
class KeptLocksTest {

  @TempDir
  Path folder;

  @Test
  void nothingDropsTheLocksOfADatabaseThatIsOpen() throws Exception {
    Path file = folder.toRealPath().resolve("chat.sqlite");
    Path other = folder.resolve("other/chat.sqlite");
    DatabaseSettings withoutWal = DatabaseSettings.DEFAULT.with(s -> s.wal(false));
    Repositories chat = TestDatabases.repositories("chat");
    try (SqliteDatabase database = SqliteDatabase.open("chat", file, withoutWal, chat);
        ChildJvm probe = ChildJvm.start(
            ChildJvm.command(ChildJvm.ownDriver(), List.of(), LockProbe.class, file))) {
      assertThat(probe.line()).isEqualTo("ready");
      assertThat(answer(probe)).isEqualTo("free");
      Path backup = database.backups().create(folder.resolve("backups")).file();
      Restorer known = Restorer.of(chat.chain("chat"), file, withoutWal, chat);
      try (SqliteDatabase another = SqliteDatabase.open("chat", other, withoutWal, chat)) {
        database.transaction(() -> {
          assertThat(answer(probe)).isEqualTo("locked");
          assertRefused(probe, () -> SqliteDatabase.asIs("chat", file, withoutWal));
          assertRefused(
              probe,
              () ->
                  Restorer.asIs("chat", file, withoutWal).restore(backup, RestoreOptions.DEFAULT));
          assertRefused(probe, () -> known.restore(backup, RestoreOptions.DEFAULT));
          assertRefused(probe, () -> Salvage.asFound(file, folder.resolve("salvaged")));
          assertThat(Backups.verify(file).isSound()).isFalse();
          assertThat(answer(probe)).as("verify").isEqualTo("locked");
          assertRefused(
              probe,
              () -> Restorer.of(
                      chat.chain("chat"), folder.resolve("third/chat.sqlite"), withoutWal, chat)
                  .restore(file, RestoreOptions.DEFAULT));
        });
        assertRefused(null, () -> another.backups().restore(file));
      }
      assertThat(answer(probe)).isEqualTo("free");
    }
  }

  private static void assertRefused(ChildJvm probe, ThrowingCallable action) throws Exception {
    assertThat(catchThrowable(action))
        .isInstanceOf(LitmusException.class)
        .hasMessageContaining("open already in this process");
    if (probe != null) {
      assertThat(answer(probe)).isEqualTo("locked");
    }
  }

  private static String answer(ChildJvm probe) throws Exception {
    probe.goOn();
    return probe.line();
  }
}

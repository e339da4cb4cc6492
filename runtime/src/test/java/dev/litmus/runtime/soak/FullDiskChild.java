package dev.litmus.runtime.soak;

import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Path;

/** A program that writes until the disk is full, goes on for a while, and tries to back up. It says what is done and what is not. */
final class FullDiskChild {

  private static final int REFUSALS = 20;
  private static final int TEXT = 20_000;

  private FullDiskChild() {}

  /** Arguments: the directory of the database, that of the backups. */
  public static void main(String[] arguments) {
    try (Databases databases = TestDatabases.open(Path.of(arguments[0]), "chat")) {
      SqliteDatabase chat = databases.get("chat");
      int refusals = 0;
      for (int number = 0; refusals < REFUSALS; number++) {
        try {
          TripleWork.perform(chat, number, TEXT);
          ChildProcess.say("written " + number);
        } catch (LitmusException e) {
          refusals++;
          ChildProcess.say("refused " + number);
        }
      }
      try {
        chat.backups().create(Path.of(arguments[1]));
        ChildProcess.say("backup");
      } catch (LitmusException e) {
        ChildProcess.say("no backup");
      }
    }
    ChildProcess.say("end");
  }
}

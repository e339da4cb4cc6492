package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.backup.BackupOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that writes, makes backups and, when it is to, restores them until it is killed. It says what it has written, before
 * a backup or a restore what it is about to do, and afterwards what is there.
 */
public final class RestoringChild {

  private RestoringChild() {}

  /** Arguments: the directory of the database, that of the backups, the first number, whether it restores. */
  public static void main(String[] arguments) {
    Path backups = Path.of(arguments[1]);
    boolean restores = Boolean.parseBoolean(arguments[3]);
    SqliteDatabase chat = TestDatabases.open(Path.of(arguments[0]), "chat").get("chat");
    for (int number = Integer.parseInt(arguments[2]); ; number++) {
      int current = number;
      chat.transaction(() -> {
        write(chat, "INSERT INTO counters (n) VALUES (?)", current);
        write(chat, "INSERT INTO anything (v) VALUES (?)", current);
        write(
            chat,
            "INSERT INTO messages (id, body) VALUES (?, hex(randomblob(2000)))",
            "" + current);
      });
      ChildProcess.say("written " + number);
      if (number % 3 == 0) {
        BackupOptions options =
            number % 2 == 0 ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT;
        ChildProcess.say("backing " + number);
        Path made = chat.backups().create(backups, options).file();
        ChildProcess.say("backup " + number + " " + made.getFileName());
      } else if (restores && number % 3 == 1) {
        Path newest = chat.backups().list(backups).stream()
            .map(backup -> backup.file())
            .findFirst()
            .orElse(null);
        if (newest != null && Files.exists(newest)) {
          ChildProcess.say("restoring " + number + " " + newest.getFileName());
          chat.backups().restore(newest);
          ChildProcess.say("restored " + number);
        }
      }
    }
  }
}

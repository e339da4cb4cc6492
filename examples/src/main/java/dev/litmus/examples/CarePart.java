package dev.litmus.examples;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Restorer;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.backup.Retention;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityReport;
import dev.litmus.runtime.health.ObjectSize;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Backups of all databases; and one that is damaged on purpose, found out, and restored while it is open. */
final class CarePart {

  private static final int PAGE = 4096;
  private static final int SIZES_SHOWN = 3;

  /** What was made by earlier runs goes, but for the last two and that of yesterday. */
  private static final BackupOptions OPTIONS =
      BackupOptions.DEFAULT.withCompression().withRetention(Retention.newest(2).withDaily(2));

  private final Databases databases;
  private final Terminal terminal;
  private final Path folder;

  CarePart(Databases databases, Terminal terminal) {
    this.databases = databases;
    this.terminal = terminal;
    this.folder = databases.get("chat").file().orElseThrow().resolveSibling("backups");
  }

  void run() throws IOException {
    terminal.title("Backups, damage, and a database that is itself again");
    Stopwatch watch = new Stopwatch();
    Map<String, Backup> backups = databases.backup(folder, OPTIONS);
    backups.forEach((schema, backup) -> terminal.line(
        "%-9s  %,d bytes, %,d compressed",
        schema, backup.manifest().databaseBytes(), backup.manifest().bytes()));
    terminal.line("made       checked, read back and on the disk in %s", watch);
    Backup chat = backups.get("chat");
    if (chat != null) {
      damageAndRestore(chat.file());
    }
    for (ObjectSize size :
        databases.get("chat").health().sizes().stream().limit(SIZES_SHOWN).toList()) {
      terminal.line("largest    %s, %,d bytes", size.name(), size.bytes());
    }
  }

  /** On a copy: what is damaged here is nobody's. */
  private void damageAndRestore(Path backup) throws IOException {
    Path place = folder.resolve("spare");
    Path spare = place.resolve("spare.sqlite");
    Restorer.embedded("chat", spare, DatabaseSettings.DEFAULT)
        .restore(backup, RestoreOptions.DEFAULT);
    damageLastPage(spare);
    try (SqliteDatabase database = SqliteDatabase.open("chat", spare)) {
      IntegrityReport report = database.health().check(IntegrityDepth.FULL);
      terminal.line(
          "damaged    %s", report.findings().get(0).fact().lines().findFirst().orElse(""));
      RestoredDatabase restored = database.backups().restore(backup);
      terminal.line(
          "restored   sound again: %s; what was damaged is kept: %s",
          yesOrNo(database.health().check(IntegrityDepth.FULL).isSound()),
          yesOrNo(restored.previous().filter(Files::exists).isPresent()));
    }
    deleteAll(place);
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }

  private static void damageLastPage(Path file) throws IOException {
    try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
      pages.seek(pages.length() - PAGE);
      pages.write(new byte[PAGE]);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

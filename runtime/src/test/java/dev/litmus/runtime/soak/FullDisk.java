package dev.litmus.runtime.soak;

import dev.litmus.runtime.Backups;
import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.health.IntegrityDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A process that may not make a file larger, as if the disk was full, loses nothing that it acknowledged. */
final class FullDisk {

  /** Of 512 bytes: more than the native library of the driver, less than what is written. */
  private static final int BLOCKS = 8_192;

  private FullDisk() {}

  /** Whether there is a shell that can limit a process. */
  static boolean isPossible() {
    return Files.isExecutable(Path.of("/bin/sh"));
  }

  static void run(Path folder, Ledger ledger) throws IOException, InterruptedException {
    Path backups = folder.resolve("backups");
    Set<Integer> written = new TreeSet<>();
    int refused = 0;
    boolean backup = false;
    try (ChildProcess child = ChildProcess.startWithin(
        BLOCKS, folder.resolve("process"), FullDiskChild.class, folder, backups)) {
      List<String> lines = child.rest();
      ledger.whole("the end of the process: " + child.errors(), child.exitCode(20), 0);
      for (String line : lines) {
        if (line.startsWith("written ")) {
          written.add(Integer.parseInt(line.substring("written ".length())));
        } else if (line.startsWith("refused ") || line.equals("no backup")) {
          refused++;
          ledger.refused();
        } else if (line.equals("backup")) {
          backup = true;
        }
      }
    }
    ledger.acknowledged(written.size());
    if (refused == 0) {
      ledger.broken("the disk was never full");
    }
    try (Databases databases = TestDatabases.open(folder, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      ledger.whole(
          "what is damaged", chat.health().check(IntegrityDepth.FULL).findings(), List.of());
      Set<Integer> found = TripleWork.numbers(chat, ledger);
      Set<Integer> lost = new TreeSet<>(written);
      lost.removeAll(found);
      if (!lost.isEmpty()) {
        ledger.lost(lost.size(), "on a full disk: " + lost);
      }
      found.removeAll(written);
      ledger.whole("what was refused and is there", found, new TreeSet<>());
    }
    assertBackups(backups, backup, ledger);
  }

  /** One that is whole, when it was said that there is one; otherwise none under the name of one. */
  private static void assertBackups(Path backups, boolean made, Ledger ledger) throws IOException {
    if (!Files.exists(backups)) {
      ledger.whole("a backup", made, false);
      return;
    }
    try (Stream<Path> entries = Files.list(backups)) {
      List<Path> all = entries
          .filter(file -> file.getFileName().toString().startsWith("chat_"))
          .filter(file -> !file.toString().endsWith(".json"))
          .toList();
      ledger.whole("backups", all.size(), made ? 1 : 0);
      for (Path one : all) {
        ledger.whole("what is wrong with a backup", Backups.verify(one).findings(), List.of());
      }
    }
  }
}

package dev.litmus.cli;

import dev.litmus.cli.operate.BackupLines;
import dev.litmus.cli.schema.FileWords;
import dev.litmus.runtime.Backups;
import dev.litmus.runtime.backup.BackupReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads backups: what is wrong with one does not keep the others from being read.
 *
 * @param streams where it is printed
 * @param json whether a machine reads it
 */
record BackupVerifier(Streams streams, boolean json) {

  private static final Pattern NAME =
      Pattern.compile(".+_\\d{4}-\\d\\d-\\d\\dT[0-9-]+Z\\.sqlite(\\.gz)?");

  int run(List<Path> given) throws UnusableException, IOException {
    List<Path> backups = new ArrayList<>();
    for (Path one : given) {
      backups.addAll(Files.isDirectory(one) ? in(one) : List.of(one));
    }
    boolean sound = true;
    try (Progress progress = Progress.of(streams, !json)) {
      progress.begin(
          "verify", backups.stream().map(file -> file.getFileName().toString()).toList());
      for (Path backup : backups) {
        BackupReport report =
            Backups.verify(backup, progress.of(String.valueOf(backup.getFileName())));
        sound &= report.isSound();
        progress.print(BackupLines.of(report, json));
        progress.step();
      }
    }
    return sound ? LitmusCommand.OK : LitmusCommand.FOUND;
  }

  private static List<Path> in(Path folder) throws UnusableException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> backups = entries
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
      if (backups.isEmpty()) {
        throw new UnusableException("there are no backups in `" + folder + "`");
      }
      return backups;
    } catch (IOException e) {
      throw new UnusableException(
          "the folder `" + folder + "` cannot be read: " + FileWords.of(e), e);
    }
  }
}

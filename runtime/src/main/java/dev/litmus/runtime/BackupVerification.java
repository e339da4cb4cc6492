package dev.litmus.runtime;

import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupProgress;
import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.error.BackupException;
import dev.litmus.runtime.error.RestoreException.Reason;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityFinding.Kind;
import dev.litmus.runtime.internal.backup.RefusedBackupException;
import dev.litmus.runtime.internal.backup.UnpackedBackup;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.Incomplete;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at a backup, on a copy of what is in it. */
final class BackupVerification {

  private final Path backup;
  private final BackupProgress progress;
  private final String name;

  BackupVerification(Path backup, BackupProgress progress) {
    this.backup = backup;
    this.progress = progress;
    this.name = String.valueOf(backup.getFileName());
  }

  BackupReport run() {
    try (Incomplete incomplete = Incomplete.in(FileSeam.of(backup), room())) {
      UnpackedBackup unpacked = UnpackedBackup.into(incomplete.create(".sqlite"), backup, progress);
      BackupManifest manifest = unpacked.manifest();
      DatabaseSettings settings = DatabaseSettings.DEFAULT;
      ApplicationCode code = manifest == null
          ? ApplicationCode.NONE
          : settings.with(Repositories.find(name).code(manifest.schema()));
      return new BackupReport(
          backup, manifest, unpacked.check(settings.pool(code).connection(), progress));
    } catch (RefusedBackupException e) {
      if (e.reason() == Reason.NO_ROOM) {
        throw new BackupException(name, e.fact(), e.advice(), e);
      }
      return new BackupReport(
          backup, null, List.of(new IntegrityFinding(Kind.STRUCTURE, "", e.fact(), e.advice())));
    } catch (SQLException e) {
      throw failure(Failures.fact(e), e);
    } catch (IOException e) {
      throw failure(FileProblem.reason(e), e);
    }
  }

  /** Beside it, or where a directory cannot be written, with the other temporary files. */
  private Path room() throws IOException {
    @Nullable Path beside = backup.getParent();
    return beside != null && Files.isDirectory(beside) && Files.isWritable(beside)
        ? beside
        : Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
  }

  private RuntimeException failure(String reason, Exception cause) {
    if (Thread.currentThread().isInterrupted()) {
      return new StatementCancelledException(
          name,
          null,
          "not verified, because the thread was interrupted",
          "Let the thread end what it does",
          cause);
    }
    return new BackupException(
        name,
        backup + " cannot be verified: " + reason,
        "Make room beside it and let this process read it",
        cause);
  }
}

package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupPhase;
import dev.litmus.runtime.backup.BackupProgress;
import dev.litmus.runtime.error.RestoreException.Reason;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.file.FileProblem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the database of a backup to a file, and refuses what cannot be one before it fills the disk: a database says at its
 * beginning how large it is.
 */
final class Unpacking {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final Path backup;
  private final Path target;
  private final BackupProgress progress;

  private Unpacking(Path backup, Path target, BackupProgress progress) {
    this.backup = backup;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Unpacks a backup.
   *
   * @param backup whatever is there
   * @param target an empty file
   * @return its manifest; null when there is none
   * @throws RefusedBackupException when it is none, or not all of one
   * @throws IOException when it cannot be read, or the target not written
   */
  static @Nullable BackupManifest into(Path target, Path backup, BackupProgress progress)
      throws RefusedBackupException, IOException {
    return new Unpacking(backup, target, progress).run();
  }

  private @Nullable BackupManifest run() throws RefusedBackupException, IOException {
    if (!Files.exists(backup)) {
      throw new RefusedBackupException(
          Reason.BROKEN, backup + " does not exist", "Check the path", null);
    }
    if (!Files.isRegularFile(backup)) {
      throw new RefusedBackupException(
          Reason.BROKEN, backup + " is no file", "Name the file of a backup", null);
    }
    if (OpenFiles.isOpen(backup.toRealPath())) {
      throw new RefusedBackupException(
          Reason.BROKEN,
          backup + " is a database that is open already in this process",
          "Make a backup of it, and use that",
          null);
    }
    if (Files.size(backup) == 0) {
      throw RefusedBackupException.broken(backup + " is empty", null);
    }
    checkAlone();
    BackupManifest manifest = ManifestFile.of(backup);
    if (manifest != null && manifest.bytes() != Files.size(backup)) {
      throw RefusedBackupException.broken(
          backup + " has " + Files.size(backup) + " bytes, and had " + manifest.bytes()
              + " when it was made",
          null);
    }
    Fingerprint content = unpack(manifest);
    if (manifest != null
        && !content.equals(new Fingerprint(manifest.databaseBytes(), manifest.databaseSha256()))) {
      throw RefusedBackupException.broken(
          backup + " is not what was backed up: its content has another SHA-256", null);
    }
    return manifest;
  }

  /** A copy of the file alone of an open database lacks what is in its log. */
  private void checkAlone() throws RefusedBackupException, IOException {
    for (String suffix : new String[] {"-wal", "-journal"}) {
      Path log = backup.resolveSibling(backup.getFileName() + suffix);
      if (Files.exists(log) && Files.size(log) > 0) {
        throw new RefusedBackupException(
            Reason.BROKEN,
            log
                + " is beside it, so that this is a database in use or a copy of one, and not all of it",
            "Make a backup of it, and restore that",
            null);
      }
    }
  }

  private Fingerprint unpack(@Nullable BackupManifest manifest)
      throws RefusedBackupException, IOException {
    try (InputStream stored = new BufferedInputStream(Files.newInputStream(backup))) {
      boolean compressed = isCompressed(stored);
      try (InputStream content = compressed ? new GZIPInputStream(stored) : stored) {
        return copy(content, compressed, manifest);
      }
    } catch (EOFException | ZipException e) {
      throw RefusedBackupException.broken(
          backup + " is not all of what was compressed, or damaged: " + FileProblem.reason(e), e);
    }
  }

  private static boolean isCompressed(InputStream stored) throws IOException {
    stored.mark(2);
    boolean compressed = stored.read() == GZIP_FIRST && stored.read() == GZIP_SECOND;
    stored.reset();
    return compressed;
  }

  private Fingerprint copy(
      InputStream content, boolean compressed, @Nullable BackupManifest manifest)
      throws RefusedBackupException, IOException {
    BufferedInputStream in = new BufferedInputStream(content);
    in.mark(ClaimedSize.HEADER);
    ClaimedSize claimed = ClaimedSize.read(in.readNBytes(ClaimedSize.HEADER));
    in.reset();
    if (claimed == null) {
      throw RefusedBackupException.broken(backup + " is no SQLite database", null);
    }
    long most = room(claimed, compressed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      Fingerprint found = Fingerprint.copy(
          new LimitedInput(in, most),
          out,
          done -> progress.at(BackupPhase.UNPACK, done, Math.max(done, claimed.bytes())));
      if (found.bytes() < claimed.bytes() && claimed.isReliable()) {
        throw RefusedBackupException.broken(
            backup + " is cut off: it has " + found.bytes() + " bytes of " + claimed.bytes(), null);
      }
      return found;
    } catch (LimitedInput.ExceededException e) {
      if (manifest != null) {
        throw RefusedBackupException.broken(
            backup + " is not what was backed up: there is more in it", e);
      }
      throw new RefusedBackupException(
          Reason.TOO_LARGE,
          backup + " expands to more than " + most + " bytes, which is all that it can have",
          "Do not trust it, and take another backup",
          e);
    }
  }

  /** How much may be written. */
  private long room(ClaimedSize claimed, boolean compressed)
      throws RefusedBackupException, IOException {
    long free = Files.getFileStore(target).getUsableSpace();
    long needed = compressed ? claimed.bytes() : Files.size(backup);
    if (needed > free) {
      throw new RefusedBackupException(
          Reason.NO_ROOM,
          backup + " needs " + needed + " bytes, and " + free + " are free in "
              + target.getParent(),
          "Make room there",
          null);
    }
    if (!compressed) {
      return free;
    }
    return claimed.isReliable() ? claimed.bytes() : free / 2;
  }
}

package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupPhase;
import dev.litmus.runtime.backup.BackupProgress;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.Incomplete;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup: copied, checked, compressed, read back and on the disk before it has its name. Whatever has the name of a
 * backup is one.
 */
public final class BackupWriter {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final BackupRequest request;
  private final FileSeam files;
  private final Path directory;
  private final BackupProgress progress;

  private BackupWriter(BackupRequest request, FileSeam files, Path directory) {
    this.request = request;
    this.files = files;
    this.directory = directory;
    this.progress = request.options().progress();
  }

  /**
   * Makes a backup in a directory, and deletes older ones as the options say.
   *
   * @param directory an absolute path without {@code ?}; created when it is missing, for the owner alone
   * @return the backup; null when there is nothing in the database
   * @throws SQLException when SQLite cannot read or copy it, or the copy is damaged; nothing is left
   * @throws IOException when the file system refuses something; nothing is left
   */
  public static @Nullable Backup write(BackupRequest request, Path directory)
      throws SQLException, IOException {
    FileSeam files = FileSeam.of(directory);
    return new BackupWriter(request, files, files.createDirectory(directory)).run();
  }

  private @Nullable Backup run() throws SQLException, IOException {
    try (Incomplete incomplete = Incomplete.in(files, directory)) {
      Path copy = incomplete.create(".sqlite");
      if (!copy(copy)) {
        return null;
      }
      CopyFacts facts = check(copy);
      Fingerprint content = read(copy, BackupPhase.READ_BACK);
      boolean compressed = request.options().compressed();
      Path stored = compressed ? incomplete.create(".sqlite.gz") : copy;
      Fingerprint written = compressed ? compress(copy, stored, content) : content;
      files.syncFile(stored);
      Backup backup = publish(incomplete, stored, name -> manifest(name, facts, content, written));
      deleteOlder(backup);
      return backup;
    }
  }

  /** The new one is there, whatever becomes of these. */
  private void deleteOlder(Backup made) {
    try {
      new BackupKeeping(files, directory)
          .apply(request.options().retention(), made, request.schema(), request.file());
    } catch (IOException e) {
      LOG.log(Level.WARNING, made.file() + ": older backups could not be deleted", e);
    }
  }

  private boolean copy(Path copy) throws SQLException {
    long[] expected = {0};
    Interruption interruption = new Interruption(() -> {
      long done = size(copy);
      progress.at(BackupPhase.COPY, done, Math.max(done, expected[0]));
    });
    try {
      return DatabaseCopy.make(
          request.file(), copy, request.settings(), interruption, bytes -> expected[0] = bytes);
    } catch (SQLException e) {
      interruption.rethrow();
      throw e;
    }
  }

  private CopyFacts check(Path copy) throws SQLException {
    long size = size(copy);
    Interruption interruption = new Interruption(() -> progress.at(BackupPhase.CHECK, 0, size));
    try {
      return CopyFacts.of(copy, request.settings(), interruption);
    } catch (SQLException e) {
      interruption.rethrow();
      throw e;
    }
  }

  private Fingerprint read(Path file, BackupPhase phase) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Fingerprint.copy(in, OutputStream.nullOutputStream(), told(phase, size(file)));
    }
  }

  private Fingerprint compress(Path copy, Path stored, Fingerprint content) throws IOException {
    try (InputStream in = Files.newInputStream(copy);
        OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(stored)))) {
      Fingerprint.copy(in, out, told(BackupPhase.COMPRESS, content.bytes()));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(stored))) {
      Fingerprint back = Fingerprint.copy(
          in, OutputStream.nullOutputStream(), told(BackupPhase.READ_BACK, content.bytes()));
      if (!back.equals(content)) {
        throw new IOException("what was read back of " + stored + " is not what was written");
      }
    }
    return read(stored, BackupPhase.READ_BACK);
  }

  private LongConsumer told(BackupPhase phase, long total) {
    return done -> progress.at(phase, done, Math.max(done, total));
  }

  private BackupManifest manifest(
      BackupName name, CopyFacts facts, Fingerprint content, Fingerprint stored) {
    return new BackupManifest(
        request.schema(),
        name.time(),
        stored.bytes(),
        stored.sha256(),
        content.bytes(),
        content.sha256(),
        facts.applicationId(),
        facts.migrations(),
        facts.rows(),
        request.litmus(),
        facts.sqlite());
  }

  /** The manifest first: without its backup it is nothing, and what has the name of a backup has its manifest. */
  private Backup publish(
      Incomplete incomplete, Path stored, Function<BackupName, BackupManifest> described)
      throws SQLException, IOException {
    BackupName name = new BackupName(
        BackupName.databaseOf(request.file()), request.now(), request.options().compressed());
    while (true) {
      Path backup = directory.resolve(name.toString());
      BackupManifest manifest = described.apply(name);
      if (!Files.exists(backup, LinkOption.NOFOLLOW_LINKS)
          && reserve(incomplete, backup, manifest)) {
        move(stored, backup);
        return new Backup(backup, manifest);
      }
      name = name.next();
    }
  }

  /** Whoever has the name of the manifest has that of the backup. */
  private boolean reserve(Incomplete incomplete, Path backup, BackupManifest manifest)
      throws SQLException, IOException {
    Path written = incomplete.create(BackupName.MANIFEST);
    ManifestFile.write(written, manifest);
    files.syncFile(written);
    try {
      files.moveToNew(written, BackupName.manifest(backup));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private void move(Path stored, Path backup) throws IOException {
    try {
      files.moveToNew(stored, backup);
    } catch (IOException e) {
      files.delete(BackupName.manifest(backup));
      throw e;
    }
    files.syncDirectory(directory);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}

package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.Retention;
import dev.litmus.runtime.internal.file.FileSeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The backups in a directory, and which of them stay. Only what is surely one of the same database counts and is deleted: by
 * its name, its manifest and its size. Everything else stays as it is.
 */
public final class BackupKeeping {

  private final FileSeam files;
  private final Path directory;

  public BackupKeeping(FileSeam files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /** Returns those of one database that have a manifest and the size that it says, the newest first. */
  public List<Backup> of(String schema, Path database) throws IOException {
    String wanted = BackupName.databaseOf(database);
    List<Backup> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : (Iterable<Path>) entries::iterator) {
        BackupName name = BackupName.parse(String.valueOf(file.getFileName()));
        if (name != null && name.database().equals(wanted) && files.isRegularFile(file)) {
          whole(file, name)
              .filter(backup -> backup.manifest().schema().equals(schema))
              .ifPresent(found::add);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    found.sort(Comparator.comparing((Backup backup) -> backup.manifest().takenAt())
        .reversed()
        .thenComparing(Backup::file));
    return found;
  }

  private static Optional<Backup> whole(Path file, BackupName name) throws IOException {
    try {
      BackupManifest manifest = ManifestFile.of(file);
      return manifest == null
              || manifest.bytes() != Files.size(file)
              || !manifest.takenAt().equals(name.time())
          ? Optional.empty()
          : Optional.of(new Backup(file, manifest));
    } catch (RefusedBackupException e) {
      return Optional.empty();
    }
  }

  /** Deletes those of the same database that nothing keeps. */
  void apply(Retention retention, Backup made, String schema, Path database) throws IOException {
    if (retention.equals(Retention.ALL)) {
      return;
    }
    List<Backup> same = of(schema, database);
    Set<Path> kept = kept(retention, same);
    kept.add(made.file());
    for (Backup backup : same) {
      if (!kept.contains(backup.file())) {
        files.delete(backup.file());
        files.delete(BackupName.manifest(backup.file()));
      }
    }
  }

  /**
   * Returns what the rule keeps.
   *
   * @param backups of one database, the newest first
   */
  static Set<Path> kept(Retention retention, List<Backup> backups) {
    Set<Path> kept = new HashSet<>();
    backups.stream().limit(retention.newest()).forEach(backup -> kept.add(backup.file()));
    keepOneOfEach(kept, backups, retention.daily(), day -> day);
    keepOneOfEach(
        kept,
        backups,
        retention.weekly(),
        day -> List.of(
            day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    return kept;
  }

  private static void keepOneOfEach(
      Set<Path> kept, List<Backup> backups, int most, Function<LocalDate, Object> period) {
    Set<Object> seen = new HashSet<>();
    for (Backup backup : backups) {
      Object of = period.apply(day(backup.manifest().takenAt()));
      if (seen.size() < most && seen.add(of)) {
        kept.add(backup.file());
      }
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}

package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.backup.RestoredDatabase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Backups and what became of them, a line each, as text or as JSON. The order of the fields is part of the form. */
public final class BackupLines {

  private BackupLines() {}

  /** A backup that was made. */
  public static String of(String database, Backup backup, boolean json) {
    BackupManifest manifest = backup.manifest();
    if (!json) {
      return database + ": " + backup.file() + " (" + described(manifest) + ")\n";
    }
    JsonObject line = start(database, backup.file(), manifest);
    return JsonLines.line(line);
  }

  /** A backup that was verified. */
  public static String of(BackupReport report, boolean json) {
    BackupManifest manifest = report.manifest();
    if (!json) {
      String known = manifest == null ? "" : " (" + described(manifest) + ")";
      return Checks.text(report.file() + (report.isSound() ? known : ""), report.findings());
    }
    JsonObject line = start(manifest == null ? null : manifest.schema(), report.file(), manifest);
    line.addProperty("sound", report.isSound());
    line.add("findings", JsonLines.array(report.findings(), Checks::finding));
    return JsonLines.line(line);
  }

  /** A backup that was restored. */
  public static String of(String database, RestoredDatabase restored, boolean json) {
    Path before = restored.before();
    if (!json) {
      return database + ": restored; what was there before is "
          + (before == null ? "nothing" : before) + "\n";
    }
    JsonObject line = start(database, restored.file(), restored.manifest());
    line.addProperty("before", before == null ? null : before.toString());
    line.addProperty("before_damaged", restored.damaged());
    return JsonLines.line(line);
  }

  private static String described(BackupManifest manifest) {
    long rows = manifest.rows().values().stream().mapToLong(Long::longValue).sum();
    return "version " + manifest.version() + ", " + rows + " rows";
  }

  private static JsonObject start(
      @Nullable String database, Path file, @Nullable BackupManifest manifest) {
    JsonObject line = new JsonObject();
    line.addProperty("database", database);
    line.addProperty("file", file.toString());
    line.addProperty("taken_at", manifest == null ? null : manifest.takenAt().toString());
    line.addProperty("version", manifest == null ? null : manifest.version());
    line.addProperty("bytes", manifest == null ? null : manifest.bytes());
    line.addProperty("sha256", manifest == null ? null : manifest.sha256());
    return line;
  }
}

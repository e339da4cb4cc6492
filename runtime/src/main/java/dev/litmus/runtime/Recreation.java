package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.SetAside;
import dev.litmus.runtime.internal.file.UseLock;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets a damaged database aside, so that a new one can be begun, while nobody else uses it: threads of this process do
 * not, because the caller has claimed the file, and other processes do not, because its lock is taken. A process that
 * ends in between leaves the damaged file, or none.
 */
final class Recreation {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  /** Opens the file and closes it again without migrating it. */
  @FunctionalInterface
  interface Look {
    void look(Path file) throws SQLException;
  }

  private final String schema;
  private final Path file;
  private final FileSeam files;
  private final Look look;

  Recreation(String schema, Path file, Look look) {
    this.schema = schema;
    this.file = file;
    this.files = FileSeam.of(file);
    this.look = look;
  }

  /** False when somebody uses the file. When it is not damaged any more there is nothing to do. */
  boolean run() throws IOException {
    try (UseLock alone = UseLock.take(files, file)) {
      if (alone == null) {
        return false;
      }
      if (files.isRegularFile(file)) {
        LitmusException damage = damage();
        if (damage != null) {
          setAside(damage);
        }
      }
      return true;
    }
  }

  /** Looks once more, now that nobody can change what is found: it may have been begun anew already. */
  private @Nullable LitmusException damage() {
    try {
      look.look(file);
      return null;
    } catch (SQLException e) {
      LitmusException typed = Failures.ofOpen(schema, file.toString(), e);
      if (Failures.isDamage(typed)) {
        return typed;
      }
      throw typed;
    }
  }

  private void setAside(LitmusException reason) {
    try {
      Path aside = SetAside.of(files, file, Instant.now());
      LOG.log(
          Level.WARNING, schema + ": damaged, begun anew; the old file is now " + aside, reason);
    } catch (IOException e) {
      reason.addSuppressed(e);
      throw reason;
    }
  }
}

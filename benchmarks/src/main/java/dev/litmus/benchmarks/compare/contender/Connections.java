package dev.litmus.benchmarks.compare.contender;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** The connections of those who bring their own: with the settings that all contenders have. */
final class Connections {

  /** Of each connection. */
  static final int CACHE_KIB = 64 << 10;

  private Connections() {}

  /** Opens one as the driver has them by default. */
  static Connection open(Path file) throws SQLException {
    return settings().createConnection("jdbc:sqlite:" + file);
  }

  /**
   * Opens one with what is known to be faster, and Litmus sets too: without the keys that inserts generate, and without
   * SQLite's locks, since the driver has its own.
   */
  static Connection openTuned(Path file) throws SQLException {
    SQLiteConfig settings = settings();
    settings.setGetGeneratedKeys(false);
    settings.setOpenMode(SQLiteOpenMode.NOMUTEX);
    return settings.createConnection("jdbc:sqlite:" + file);
  }

  private static SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(SynchronousMode.NORMAL);
    settings.setCacheSize(-CACHE_KIB);
    settings.enforceForeignKeys(true);
    return settings;
  }
}

package dev.litmus.runtime.internal.driver;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Failures of the driver, made on purpose: of the same class, with the same codes and words as its own. */
public final class SimulatedFailure {

  private SimulatedFailure() {}

  /** Another process has the lock. */
  public static SQLException busy() {
    return of(SQLiteErrorCode.SQLITE_BUSY, "database is locked");
  }

  /** There is no room on the disk. */
  public static SQLException full() {
    return of(SQLiteErrorCode.SQLITE_FULL, "database or disk is full");
  }

  /** The disk does not read or write. */
  public static SQLException ioError() {
    return of(SQLiteErrorCode.SQLITE_IOERR_WRITE, "disk I/O error");
  }

  private static SQLException of(SQLiteErrorCode code, String words) {
    return new SQLiteException("[" + code.name() + "] " + code.message + " (" + words + ")", code);
  }
}

package dev.litmus.runtime.internal.connection;

import java.io.IOException;
import java.sql.SQLException;

/** What is done to the file of a database while this process has it not open. */
@FunctionalInterface
public interface FileWork {

  /** Does it. */
  void run() throws SQLException, IOException;
}

package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens empty databases in memory, to make of one what the migrations make and compare it with another. */
@FunctionalInterface
public interface Scratch {

  /** The caller closes it. */
  Connection open() throws SQLException;
}

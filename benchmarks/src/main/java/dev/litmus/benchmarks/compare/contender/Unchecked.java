package dev.litmus.benchmarks.compare.contender;

import java.sql.SQLException;

/** JDBC's failures where none is expected. */
final class Unchecked extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unchecked(SQLException cause) {
    super(cause);
  }
}

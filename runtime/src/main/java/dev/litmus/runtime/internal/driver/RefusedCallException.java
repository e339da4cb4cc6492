package dev.litmus.runtime.internal.driver;

import java.sql.SQLDataException;

/** A function was given, or has given, what it cannot. The message is the fact alone, and holds no values. */
final class RefusedCallException extends SQLDataException {

  private static final long serialVersionUID = 1L;

  RefusedCallException(String fact) {
    super(fact);
  }
}

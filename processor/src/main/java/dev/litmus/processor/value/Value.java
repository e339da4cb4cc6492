package dev.litmus.processor.value;

import java.util.Optional;

/**
 * What is known of a value: of a column, of an expression, of a result.
 *
 * <p>Four things are taken for granted, and nothing else is: no sum leaves the 64 bits of an INTEGER, no REAL is infinite, no
 * BLOB is in a column that is declared as text, and, of {@code expected} alone, a column holds what it is declared to. SQLite
 * enforces the last two in STRICT tables only; reading checks all of them.
 *
 * @param expected the storage classes it has when the columns hold what they are declared to
 * @param possible the storage classes it can have whatever the columns hold; at least those expected
 * @param nullReason why it may be NULL; empty when it never is, whatever the columns hold
 */
public record Value(Classes expected, Classes possible, Optional<NullReason> nullReason) {

  public Value {
    if (!expected.isWithin(possible)) {
      throw new IllegalArgumentException(expected + " is not within " + possible);
    }
  }

  /** Returns a value of which nothing is known. */
  public static Value unknown(String reason) {
    return new Value(Classes.ANY, Classes.ANY, Optional.of(NullReason.of(reason)));
  }

  /** Returns a value that always has one of these classes, and is never NULL. */
  public static Value of(Classes classes) {
    return new Value(classes, classes, Optional.empty());
  }

  public boolean isNullable() {
    return nullReason.isPresent();
  }

  /** Returns what it is called for people. */
  public SqlType type() {
    return expected.type();
  }

  public Value with(Classes newExpected, Classes newPossible) {
    return new Value(newExpected, newPossible, nullReason);
  }

  /** Returns it as one that may be NULL; a reason that it already has stays. */
  public Value orNull(NullReason reason) {
    return isNullable() ? this : new Value(expected, possible, Optional.of(reason));
  }

  public Value notNull() {
    return new Value(expected, possible, Optional.empty());
  }

  /** Returns what is known when it is either this or another. */
  public Value or(Value other) {
    return new Value(
        expected.or(other.expected), possible.or(other.possible), nullReason.or(other::nullReason));
  }
}

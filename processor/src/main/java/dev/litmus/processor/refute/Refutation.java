package dev.litmus.processor.refute;

import dev.litmus.processor.value.StorageClass;

/** A claim that does not hold, and the database that shows it. Columns are counted from 0. */
public sealed interface Refutation {

  Witness witness();

  /** NULL came in a column that is claimed never to be NULL. */
  record NullSeen(int column, Witness witness) implements Refutation {}

  /** A value came of a storage class that the column is claimed not to have. */
  record ClassSeen(int column, StorageClass seen, Witness witness) implements Refutation {}

  /** A second row came where one at most was claimed, or any where none was. */
  record TooManyRows(Witness witness) implements Refutation {}

  /** No row came where exactly one was claimed. */
  record TooFewRows(Witness witness) implements Refutation {}
}

package dev.litmus.processor.refute;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/** One thing that one run of a statement can show to be wrong. */
sealed interface Claim {

  /**
   * Tells whether an outcome shows that it does not hold.
   *
   * @param asDeclared whether all columns held what they are declared to before the statement ran
   */
  boolean isBrokenBy(Outcome outcome, boolean asDeclared);

  Refutation refutation(Witness witness);

  static List<Claim> of(Trial trial) {
    List<Claim> claims = new ArrayList<>();
    switch (trial.rows()) {
      case NONE -> claims.add(new AtMost(0));
      case ZERO_OR_ONE -> claims.add(new AtMost(1));
      case ONE -> {
        claims.add(new AtMost(1));
        claims.add(new AtLeastOne());
      }
      case MANY -> {}
    }
    for (int i = 0; i < trial.columns().size(); i++) {
      claims.addAll(ofColumn(i, trial.columns().get(i)));
    }
    return claims;
  }

  private static List<Claim> ofColumn(int column, Value value) {
    List<Claim> claims = new ArrayList<>();
    if (!value.isNullable()) {
      claims.add(new NeverNull(column));
    }
    for (StorageClass storage : StorageClass.values()) {
      Classes possible = value.possible();
      if (!possible.has(storage)) {
        claims.add(new NeverOf(column, storage, false));
      } else if (!value.expected().has(storage)) {
        claims.add(new NeverOf(column, storage, true));
      }
    }
    return claims;
  }

  /** No NULL in a column. */
  record NeverNull(int column) implements Claim {
    @Override
    public boolean isBrokenBy(Outcome outcome, boolean asDeclared) {
      return column < outcome.columns().size() && outcome.columns().get(column).isNull();
    }

    @Override
    public Refutation refutation(Witness witness) {
      return new Refutation.NullSeen(column, witness);
    }
  }

  /**
   * No value of a storage class in a column.
   *
   * @param onlyAsDeclared whether that is claimed only when all columns hold what they are declared to
   */
  record NeverOf(int column, StorageClass storage, boolean onlyAsDeclared) implements Claim {
    @Override
    public boolean isBrokenBy(Outcome outcome, boolean asDeclared) {
      return column < outcome.columns().size()
          && outcome.columns().get(column).classes().contains(storage)
          && (!onlyAsDeclared || (asDeclared && outcome.asDeclared()));
    }

    @Override
    public Refutation refutation(Witness witness) {
      return new Refutation.ClassSeen(column, storage, witness);
    }
  }

  /** So many rows and no more; see {@link Rows}. */
  record AtMost(int rows) implements Claim {
    @Override
    public boolean isBrokenBy(Outcome outcome, boolean asDeclared) {
      return outcome.rows() > rows;
    }

    @Override
    public Refutation refutation(Witness witness) {
      return new Refutation.TooManyRows(witness);
    }
  }

  /** A row comes. */
  record AtLeastOne() implements Claim {
    @Override
    public boolean isBrokenBy(Outcome outcome, boolean asDeclared) {
      return outcome.rows() == 0;
    }

    @Override
    public Refutation refutation(Witness witness) {
      return new Refutation.TooFewRows(witness);
    }
  }
}

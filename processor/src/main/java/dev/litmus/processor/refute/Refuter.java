package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for databases in which claims about statements do not hold. It proves nothing when it finds none; what it finds
 * is proven, by rows that SQLite took with all constraints, and by what the statement then yields.
 *
 * <p>It works on a copy of the schema. What it does is the same every time, and bounded: a statement that does not end is
 * stopped after a number of steps, not after a time. Not for several threads.
 */
public final class Refuter implements AutoCloseable {

  /** Work for one statement, in units of {@link Sandbox#spent}. */
  private static final int BUDGET = 600;

  private final Sandbox sandbox;
  private final Shapes shapes;

  private Refuter(Sandbox sandbox, Shapes shapes) {
    this.sandbox = sandbox;
    this.shapes = shapes;
  }

  /**
   * Copies a schema, which stays as it is; empty when it has more than what is in main, or cannot be made again.
   *
   * @throws SQLException when SQLite's library cannot be loaded
   */
  public static Optional<Refuter> of(Schema schema) throws SQLException {
    Optional<Connection> copy = schema.copy();
    if (copy.isEmpty()) {
      return Optional.empty();
    }
    Shapes shapes = new ShapeReader(copy.get()).read();
    return Optional.of(new Refuter(new Sandbox(copy.get()), shapes));
  }

  /**
   * Returns the claims that do not hold. Whatever SQLite refuses, the statement included, is passed over. Two runs of a
   * statement that asks for the time or for chance may differ.
   */
  public List<Refutation> refute(Trial trial) {
    List<Claim> claims = Claim.of(trial);
    Map<Claim, Witness> broken = search(trial, claims);
    return claims.stream()
        .flatMap(claim -> Optional.ofNullable(broken.get(claim)).map(claim::refutation).stream())
        .toList();
  }

  /**
   * Returns a database in which a column is NULL; empty when none was found, which proves nothing.
   *
   * @param column counted from 0
   */
  public Optional<Witness> nullWitness(Trial trial, int column) {
    return witness(trial, new Claim.NeverNull(column));
  }

  /** Returns a database in which two rows come, or more; empty when none was found, which proves nothing. */
  public Optional<Witness> manyRowsWitness(Trial trial) {
    return witness(trial, new Claim.AtMost(1));
  }

  private Optional<Witness> witness(Trial trial, Claim claim) {
    return Optional.ofNullable(search(trial, List.of(claim)).get(claim));
  }

  private Map<Claim, Witness> search(Trial trial, List<Claim> claims) {
    Hints hints = new Hints(trial.sql(), shapes);
    if (claims.isEmpty()
        || !hints.canBeTried()
        || !sandbox.accepts(trial.sql(), trial.parameters().size())) {
      return Map.of();
    }
    Optional<String> broken = claims.stream().anyMatch(Refuter::asksForDeclared)
        ? Declared.broken(hints.tables())
        : Optional.empty();
    Map<Claim, Witness> found = search(
        trial, claims, hints, new Experiment(sandbox, trial.sql(), hints.mayChange(), broken));
    sandbox.clear();
    return found;
  }

  private static boolean asksForDeclared(Claim claim) {
    return claim instanceof Claim.NeverOf never && never.onlyAsDeclared();
  }

  private Map<Claim, Witness> search(
      Trial trial, List<Claim> claims, Hints hints, Experiment experiment) {
    Domains domains = new Domains(hints);
    ParameterSampler sampler = new ParameterSampler(trial.parameters(), hints, domains);
    List<Claim> open = new ArrayList<>(claims);
    Map<Claim, Witness> broken = new LinkedHashMap<>();
    int begun = sandbox.spent();
    for (Filling filling : Filling.all(hints)) {
      if (open.isEmpty() || sandbox.spent() - begun > BUDGET) {
        break;
      }
      sandbox.clear();
      new RowWriter(sandbox, hints, domains, filling).write();
      if (!sandbox.hasRow(Sandbox.ORPHANS)) {
        runs(experiment, sampler, open, broken);
      }
    }
    broken.replaceAll((claim, witness) -> Minimizer.minimize(
        sandbox,
        shapes,
        domains,
        (rows, parameters) -> experiment.breaks(claim, rows, parameters),
        witness));
    return broken;
  }

  private void runs(
      Experiment experiment,
      ParameterSampler sampler,
      List<Claim> open,
      Map<Claim, Witness> broken) {
    boolean asDeclared = experiment.isAsDeclared();
    List<Witness.Row> rows = sandbox.rows();
    for (List<Datum> parameters : sampler.runs(rows)) {
      experiment
          .run(parameters)
          .ifPresent(outcome -> open.removeIf(claim -> {
            boolean isBroken = claim.isBrokenBy(outcome, asDeclared);
            if (isBroken) {
              broken.put(claim, new Witness(rows, parameters));
            }
            return isBroken;
          }));
    }
  }

  @Override
  public void close() throws SQLException {
    sandbox.close();
  }
}

package dev.litmus.processor.refute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Small hostile databases for a change of the schema itself, on a connection of somebody else's, who gets it back as it
 * was. Rows that are there already stay, and count as given. Foreign keys must not be enforced: they cannot be switched off
 * under a transaction, and a change of the schema drops tables that others refer to; rows that would violate them are
 * never tried.
 *
 * <p>What it does is the same every time. Not for several threads.
 */
public final class Populations implements AutoCloseable {

  private final Sandbox sandbox;
  private final Shapes shapes;
  private final Hints hints;

  private Populations(Sandbox sandbox, Shapes shapes, Hints hints) {
    this.sandbox = sandbox;
    this.shapes = shapes;
    this.hints = hints;
  }

  /**
   * Prepares databases with rows in the tables that some statements speak of, and in those that these refer to.
   *
   * @param sql the statements, which say what values matter
   */
  public static Populations of(Connection connection, String sql) throws SQLException {
    Shapes shapes = new ShapeReader(connection).read();
    return new Populations(new Sandbox(connection), shapes, Hints.ofAll(sql, shapes));
  }

  /**
   * Looks for a database on which something goes wrong, and makes it small.
   *
   * @param attempt is run in a transaction that is rolled back, and says what went wrong: the same words for the same
   *     thing; empty when nothing did. It is run on the returned database last
   * @return empty when none was found, which proves nothing
   */
  public Optional<Witness> find(Supplier<Optional<String>> attempt) {
    if (hints.tables().isEmpty()) {
      return Optional.empty();
    }
    Domains domains = new Domains(hints);
    for (Filling filling : Filling.few()) {
      sandbox.clear();
      new RowWriter(sandbox, hints, domains, filling).write();
      List<Witness.Row> rows = sandbox.rows();
      Optional<String> wrong = rows.isEmpty() ? Optional.empty() : attempted(attempt);
      if (wrong.isPresent()) {
        Witness witness = Minimizer.minimize(
            sandbox,
            shapes,
            domains,
            (fewer, parameters) -> attempted(attempt, fewer).equals(wrong),
            new Witness(rows, List.of()));
        return attempted(attempt, witness.rows()).equals(wrong)
            ? Optional.of(witness)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<String> attempted(Supplier<Optional<String>> attempt, List<Witness.Row> rows) {
    sandbox.clear();
    rows.forEach(sandbox::insert);
    return attempted(attempt);
  }

  private Optional<String> attempted(Supplier<Optional<String>> attempt) {
    if (sandbox.hasRow(Sandbox.ORPHANS)) {
      return Optional.empty();
    }
    sandbox.allow();
    return attempt.get();
  }

  /** Takes all rows away; the connection stays open. */
  @Override
  public void close() throws SQLException {
    sandbox.release();
  }
}

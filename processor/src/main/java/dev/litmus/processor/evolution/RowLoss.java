package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.refute.Populations;
import dev.litmus.processor.refute.Witness;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.MigrationStatement;
import dev.litmus.runtime.internal.migration.Rehearsal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are gone after a step, of tables that are there before and after it: on small databases, counted. That a WHERE, a
 * DISTINCT or a DELETE takes rows away is what it says; what {@link SilentLoss} finds does it without a word.
 */
final class RowLoss {

  /** Runs one direction of a migration. */
  @FunctionalInterface
  private interface Move {
    void run() throws MigrationFailedException;
  }

  private final Step step;
  private final List<String> tables;
  private final Move move;
  private String lost = "";
  private @Nullable String left;

  private RowLoss(Step step, List<String> tables, Move move) {
    this.step = step;
    this.tables = tables;
    this.move = move;
  }

  /** Tries the rebuilds of Up before it is applied, and leaves the database as it was. */
  static Optional<Problem> inUp(Step step) throws SQLException {
    List<Rebuild> rebuilds = Rebuild.of(step.statements()).stream()
        .filter(rebuild -> step.before().table(rebuild.table()).isPresent())
        .toList();
    Optional<UpStatement> silent =
        rebuilds.stream().flatMap(rebuild -> SilentLoss.in(rebuild).stream()).findFirst();
    if (silent.isEmpty() || !step.meetsRows()) {
      return Optional.empty();
    }
    List<String> rebuilt = rebuilds.stream().map(Rebuild::table).toList();
    RowLoss loss =
        new RowLoss(step, rebuilt, () -> Rehearsal.up(step.connection(), step.migration()));
    Optional<Witness> witness = loss.find(step.migration().up());
    return witness.map(found -> loss.problem(found, silent.get()));
  }

  /**
   * Returns the tables of which Down takes rows away, tried on a database with the migration, which is left as it was.
   *
   * @param after what the database consists of with the migration
   */
  static Optional<String> inDown(Step step, SchemaText after) throws SQLException {
    List<UpStatement> down = UpStatement.of(step.migration().down());
    boolean takesRows = !Rebuild.of(down).isEmpty()
        || down.stream().anyMatch(statement -> statement.as(Change.Delete.class).isPresent());
    if (!takesRows || step.callsApplication()) {
      return Optional.empty();
    }
    List<String> stay = after
        .tables()
        .map(SchemaText.Piece::name)
        .filter(table -> step.before().table(table).isPresent())
        .toList();
    RowLoss loss =
        new RowLoss(step, stay, () -> Rehearsal.down(step.connection(), step.migration()));
    return loss.find(step.migration().down()).map(witness -> loss.lost);
  }

  private Optional<Witness> find(List<MigrationStatement> statements) throws SQLException {
    String sql =
        statements.stream().map(MigrationStatement::sql).collect(Collectors.joining(";\n"));
    try (Populations populations = Populations.of(step.connection(), sql)) {
      return populations.find(this::attempt);
    }
  }

  /** Returns the first table that has fewer rows afterwards. */
  private Optional<String> attempt() {
    try {
      Map<String, Long> before = counts();
      move.run();
      Map<String, Long> after = counts();
      for (String table : before.keySet()) {
        long had = before.get(table);
        long has = after.getOrDefault(table, had);
        if (has < had) {
          lost = table;
          left = has + " of the " + had + " rows of `" + table + "`";
          return Optional.of(table);
        }
      }
      return Optional.empty();
    } catch (MigrationFailedException | SQLException e) {
      // On these rows it fails, of which RowsRule tells.
      return Optional.empty();
    }
  }

  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : tables) {
      counts.put(table, count(step.connection(), table));
    }
    return counts;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM " + SqlName.quoted(table));
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private Problem problem(Witness witness, UpStatement copy) {
    Problem problem = step.problem(
            ProblemCode.UP_LOSES,
            "the table `" + lost + "` is rebuilt, and rows of it are lost",
            copy.line())
        .evidence("here is a database of which " + left + " are left:");
    for (String line : witness.lines()) {
      problem = problem.evidence("  " + line);
    }
    return problem.help("copy every row, or say in the file why some may go: `"
        + AllowComments.example(ProblemCode.UP_LOSES) + "`");
  }
}

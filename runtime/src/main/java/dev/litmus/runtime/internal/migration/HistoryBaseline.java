package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;

/** Gives a database without a history, or with that of another tool, the rows of the migrations whose schema it has. */
public final class HistoryBaseline {

  private HistoryBaseline() {}

  /**
   * Says in the history that all migrations up to a version are applied, if the schema is what they make.
   *
   * @param writer a connection of the caller's own, outside a transaction
   * @throws MigrationException when there is a history, no such version, or a difference; nothing is changed
   * @throws SQLException when the database cannot be read or written at all
   */
  public static void run(Connection writer, MigrationContext context, long version)
      throws SQLException {
    MigrationTransaction transaction = MigrationTransaction.begin(writer, context.patience());
    try {
      MigrationChain chain = check(writer, context, version);
      MigrationHistory.create(writer);
      for (Migration migration : chain.migrations()) {
        MigrationHistory.add(writer, migration);
      }
      transaction.commit();
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      throw e;
    }
  }

  /**
   * Refuses what {@link #run} would refuse; writes nothing.
   *
   * @return the migrations that the database has
   * @throws MigrationException when there is a history, no such version, or a difference
   * @throws SQLException when the database cannot be read at all
   */
  public static MigrationChain check(Connection connection, MigrationContext context, long version)
      throws SQLException {
    MigrationChain chain = prefix(context, version);
    MigrationHistory history = MigrationHistory.read(connection);
    if (!history.applied().isEmpty()) {
      throw context.refusal(
          "it has a history already, up to version " + history.applied().lastKey(),
          "Migrate it: a baseline is for a database without a history");
    }
    ForeignHistory foreign = ForeignHistory.find(connection);
    if (foreign == null) {
      new HistoryCheck(context.chain(), history).ownTable();
    }
    try (Connection empty = context.scratch().open()) {
      String differences = SchemaComparison.differences(
          connection, foreign == null ? "" : foreign.table(), chain, empty);
      if (!differences.isEmpty()) {
        throw context.refusal(
            "its schema is not what the migrations up to version " + version
                + " make of an empty database:" + differences,
            "Choose the version that it has, or change the database until they agree");
      }
    }
    return chain;
  }

  /**
   * Returns the version that another tool has migrated a database to; writes nothing.
   *
   * @throws MigrationException when no tool that is known has, or its history cannot be relied on
   * @throws SQLException when the database cannot be read at all
   */
  public static long foreignVersion(Connection connection, MigrationContext context)
      throws SQLException {
    ForeignHistory foreign = ForeignHistory.find(connection);
    if (foreign == null) {
      throw context.refusal(
          "it has no history of Flyway, goose, dbmate or golang-migrate",
          "Say by Migrator.baseline which version it has");
    }
    String whose = "its history, of " + foreign.tool() + " in `" + foreign.table() + "`, ";
    if (foreign.problem() != null) {
      throw context.refusal(
          whose + "cannot be taken over: " + foreign.problem(),
          "Mend it with " + foreign.tool() + ", or say by Migrator.baseline which version it has");
    }
    if (foreign.version() == 0) {
      throw context.refusal(whose + "says that nothing is applied", "Drop that table, and migrate");
    }
    return foreign.version();
  }

  private static MigrationChain prefix(MigrationContext context, long version) {
    if (!context.chain().byVersion().containsKey(version)) {
      throw context.refusal(
          "the code has no version " + version + "; it has "
              + context.chain().byVersion().keySet(),
          "Choose the one whose schema the database has");
    }
    return new MigrationChain(
        context.schema(),
        context.chain().migrations().stream()
            .filter(migration -> migration.version() <= version)
            .toList());
  }
}

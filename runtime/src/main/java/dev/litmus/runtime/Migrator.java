package dev.litmus.runtime;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.HistoryBaseline;
import dev.litmus.runtime.internal.migration.HistoryRepair;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationPlan;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import dev.litmus.runtime.internal.migration.MigrationState;
import dev.litmus.runtime.internal.migration.MigrationStates;
import dev.litmus.runtime.internal.migration.RollbackRunner;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationMove.Direction;
import dev.litmus.runtime.migration.MigrationTarget;
import dev.litmus.runtime.migration.RepairedMigration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Migrates the file of one database in both directions, for tools and tests. An application needs none: opening its
 * databases migrates them.
 *
 * <p>The file must not be open in this process. Other processes may have it open: every migration, in either direction, is
 * a transaction of its own that takes the write lock first and then reads the history again, so that programs that migrate
 * one file at once share the work, or refuse. A program that is killed leaves whole steps.
 *
 * <p>{@link #status} and {@link #plan} change no file: none is created, and a log that another process has left stays.
 *
 * <p>Everything here throws {@link dev.litmus.runtime.error.DatabaseOpenException} when the file cannot be used or is open in
 * this process, {@link dev.litmus.runtime.error.DatabaseBusyException} when another process keeps its lock for a minute,
 * {@link dev.litmus.runtime.error.DatabaseReadOnlyException} when it is to be changed and the settings say read-only,
 * {@link MigrationException} when the history and the migrations do not belong together, and
 * {@link dev.litmus.runtime.error.StatementCancelledException} when the thread is interrupted. Immutable, safe for all
 * threads; of two calls for one file at the same time the second is refused.
 */
public final class Migrator {

  private final MigrationChain chain;
  private final MigratedFile database;

  private Migrator(MigrationChain chain, MigratedFile database) {
    this.chain = chain;
    this.database = database;
  }

  static Migrator of(
      MigrationChain chain, Path file, DatabaseSettings settings, Repositories repositories) {
    return new Migrator(chain, MigratedFile.of(chain, file, settings, repositories));
  }

  /**
   * Returns a migrator with {@link DatabaseSettings#DEFAULT}, whose migrations are files on disk.
   *
   * @param migrations the folder that has a folder for each schema
   * @param schema the name of the folder in it
   * @param file where the database is, or is to be created
   * @return the migrator; the files of the migrations are read now
   * @throws MigrationException when there is no such folder, or a file in it is no migration
   */
  public static Migrator fromFolder(Path migrations, String schema, Path file) {
    return fromFolder(migrations, schema, file, DatabaseSettings.DEFAULT);
  }

  /**
   * Returns a migrator whose migrations are files on disk. Functions and collations that the thread's context class loader
   * sees are those of the application.
   *
   * @param migrations the folder that has a folder for each schema
   * @param schema the name of the folder in it
   * @param file where the database is, or is to be created
   * @param settings how it is opened, of which {@link MigrationMode} and {@link OpenPolicy} count for nothing
   * @return the migrator; the files of the migrations are read now
   * @throws MigrationException when there is no such folder, or a file in it is no migration
   */
  public static Migrator fromFolder(
      Path migrations, String schema, Path file, DatabaseSettings settings) {
    return of(MigrationFolders.read(migrations, schema), file, settings, Repositories.find(schema));
  }

  /**
   * Returns a migrator with {@link DatabaseSettings#DEFAULT}, whose migrations are those that are embedded beside the
   * generated repositories that the thread's context class loader sees.
   *
   * @param schema what {@code @Database} names
   * @param file where the database is, or is to be created
   * @return the migrator
   * @throws dev.litmus.runtime.error.DatabaseOpenException when no repository was compiled against the schema
   * @throws MigrationException when others migrate it: its repositories were compiled against a script
   */
  public static Migrator embedded(String schema, Path file) {
    return embedded(schema, file, DatabaseSettings.DEFAULT);
  }

  /**
   * Returns a migrator whose migrations are those that are embedded beside the generated repositories that the thread's
   * context class loader sees.
   *
   * @param schema what {@code @Database} names
   * @param file where the database is, or is to be created
   * @param settings how it is opened, of which {@link MigrationMode} and {@link OpenPolicy} count for nothing
   * @return the migrator
   * @throws dev.litmus.runtime.error.DatabaseOpenException when no repository was compiled against the schema
   * @throws MigrationException when others migrate it: its repositories were compiled against a script
   */
  public static Migrator embedded(String schema, Path file, DatabaseSettings settings) {
    Repositories repositories = Repositories.find(schema);
    return of(repositories.migrations(schema), file, settings, repositories);
  }

  /**
   * Returns the schema whose migrations these are.
   *
   * @return the name of their folder
   */
  public String schema() {
    return chain.schema();
  }

  /**
   * Returns where the database is, or is to be created.
   *
   * @return an absolute path
   */
  public Path file() {
    return database.file();
  }

  /**
   * Reads which migrations the database has, and how they agree with those of the code. Changes no file.
   *
   * @return every version that either knows; of a file that is missing, all are pending
   * @throws MigrationException when the table {@code _migrations} is another program's
   */
  public MigrationStatus status() {
    List<MigrationState> states = new ArrayList<>();
    database.look(connection -> {
      states.clear();
      states.addAll(MigrationStates.read(connection, chain));
    });
    return MigrationStatus.of(chain.schema(), states, 0);
  }

  /**
   * Reads what would lead to a target: {@link #migrate} when nothing above it is applied, and otherwise {@link #rollback}.
   * Changes no file.
   *
   * @param target how far
   * @return the steps in their order; none when the database is there
   * @throws MigrationException when doing it would be refused
   */
  public List<MigrationMove> plan(MigrationTarget target) {
    List<MigrationMove> moves = new ArrayList<>();
    database.look(connection -> {
      moves.clear();
      moves.addAll(MigrationPlan.of(connection, database.context(), target));
    });
    return List.copyOf(moves);
  }

  /**
   * Applies what is pending up to a target; creates the file when it is missing. Each migration is a transaction of its own:
   * when one fails, those before it stay applied.
   *
   * @param target latest, or a version
   * @return what this call has applied, in its order
   * @throws IllegalArgumentException when the target is one for rolling back alone
   * @throws MigrationException when a migration is refused or fails, or the database is beyond the target
   */
  public List<MigrationMove> migrate(MigrationTarget target) {
    if (target instanceof MigrationTarget.Nothing || target instanceof MigrationTarget.StepsBack) {
      throw new IllegalArgumentException(target + " is a target for rollback");
    }
    return database.change(
        connection -> MigrationPlan.checkUp(connection, database.context(), target),
        connection -> MigrationPlan.moves(
            MigrationRunner.migrate(connection, database.context(), target), Direction.UP));
  }

  /**
   * Undoes what was applied after a target, the newest first, by the Down parts of the files as they are now. Each is a
   * transaction of its own: when one fails, those before it stay undone. Foreign keys are not enforced meanwhile, and checked
   * before each commit.
   *
   * @param target a version that is applied, nothing, or a number of steps back
   * @return what this call has undone, in its order
   * @throws IllegalArgumentException when the target is the latest version
   * @throws MigrationException when a migration on the way is irreversible, does not say how it is undone, was edited, or is
   *     not the code's, before anything is undone; when undoing one fails
   */
  public List<MigrationMove> rollback(MigrationTarget target) {
    if (target instanceof MigrationTarget.Latest) {
      throw new IllegalArgumentException("the latest version is a target for migrate");
    }
    return database.changeExisting(
        connection -> RollbackRunner.check(connection, database.context(), target),
        connection -> MigrationPlan.moves(
            RollbackRunner.rollback(connection, database.context(), target), Direction.DOWN));
  }

  /**
   * Makes the history say of every applied migration what its file says now, after a file was edited or renamed on purpose.
   * Nothing else in the database is changed: whether it is what the edited file would have made is for the caller to know.
   *
   * @return what was changed, in ascending order; empty when all agreed
   */
  public List<RepairedMigration> repair() {
    return database.changeExisting(
        connection -> MigrationStates.read(connection, chain),
        connection -> HistoryRepair.run(connection, database.context()));
  }

  /**
   * Gives a database that has no history the one of a database that was migrated to a version. Its schema must be what the
   * migrations up to that version make of an empty database, whatever its white space, comments and case of words.
   *
   * @param version the version whose schema the database has
   * @throws MigrationException when there is a history already, no such version, or a difference; the message lists them
   */
  public void baseline(long version) {
    database.changeExisting(
        connection -> HistoryBaseline.check(connection, database.context(), version),
        connection -> {
          HistoryBaseline.run(connection, database.context(), version);
          return version;
        });
  }

  /**
   * Takes over a database that Flyway, goose, dbmate or golang-migrate has migrated: a {@link #baseline} at the
   * version that their history says. The folder of migrations must have the same migrations by the same numbers, as {@code
   * litmus adopt} writes them. The other tool's table stays; nobody needs it any more.
   *
   * @return the version that the database has
   * @throws MigrationException when there is no such history, it cannot be relied on, or the schema is not what the
   *     migrations up to its version make
   */
  public long adopt() {
    return database.changeExisting(
        connection -> HistoryBaseline.check(
            connection,
            database.context(),
            HistoryBaseline.foreignVersion(connection, database.context())),
        connection -> {
          long version = HistoryBaseline.foreignVersion(connection, database.context());
          HistoryBaseline.run(connection, database.context(), version);
          return version;
        });
  }

  /** The schema and the file. */
  @Override
  public String toString() {
    return schema() + " (" + file() + ")";
  }
}

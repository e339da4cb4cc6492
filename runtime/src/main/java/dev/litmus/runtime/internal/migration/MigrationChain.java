package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.driver.BusyWait;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All migrations of one schema, verified, in the order of their versions as numbers.
 *
 * @param schema the name of the schema
 * @param migrations in ascending order of version
 */
public record MigrationChain(String schema, List<Migration> migrations) {

  public MigrationChain {
    migrations = List.copyOf(migrations);
  }

  /**
   * Reads and verifies every file of a source.
   *
   * @throws InvalidMigrationsException with all problems of all files at once
   * @throws IOException when a file cannot be read
   */
  public static MigrationChain read(String schema, MigrationSource source)
      throws InvalidMigrationsException, IOException {
    List<MigrationProblem> problems = new ArrayList<>();
    List<Migration> migrations = new ArrayList<>();
    for (MigrationFile file : source.files()) {
      MigrationParser.Result result = MigrationParser.parse(file);
      problems.addAll(result.problems());
      if (result.migration() != null) {
        migrations.add(result.migration());
      }
    }
    migrations.sort(
        Comparator.comparingLong(Migration::version).thenComparing(Migration::location));
    problems.addAll(duplicates(migrations));
    problems.addAll(squashed(migrations));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(MigrationProblem::location)
          .thenComparingInt(MigrationProblem::line));
      throw new InvalidMigrationsException(schema, problems);
    }
    return new MigrationChain(schema, migrations);
  }

  /** The migrations by their versions. */
  NavigableMap<Long, Migration> byVersion() {
    NavigableMap<Long, Migration> byVersion = new TreeMap<>();
    migrations.forEach(migration -> byVersion.put(migration.version(), migration));
    return byVersion;
  }

  /** Whether this chain begins with all of another one. */
  public boolean startsWith(MigrationChain other) {
    return firstDifference(other) == other.migrations.size();
  }

  /** How many migrations the two have in common at their beginnings. */
  public int firstDifference(MigrationChain other) {
    int at = 0;
    while (at < Math.min(migrations.size(), other.migrations.size())
        && migrations.get(at).isSame(other.migrations.get(at))) {
      at++;
    }
    return at;
  }

  /**
   * Returns what tells this chain from all others, and the same of each that it continues: the empty one first, the whole
   * last, 64 hexadecimal digits each.
   */
  public List<String> fingerprints() {
    List<String> fingerprints = new ArrayList<>();
    fingerprints.add(MigrationChecksum.of(List.of()));
    for (Migration migration : migrations) {
      fingerprints.add(
          MigrationChecksum.continued(fingerprints.get(fingerprints.size() - 1), migration));
    }
    return fingerprints;
  }

  private static List<MigrationProblem> duplicates(List<Migration> migrations) {
    Map<Long, Migration> seen = new HashMap<>();
    List<MigrationProblem> problems = new ArrayList<>();
    for (Migration migration : migrations) {
      Migration first = seen.putIfAbsent(migration.version(), migration);
      if (first != null) {
        problems.add(new MigrationProblem(
            migration.location(),
            0,
            "version " + migration.version() + " is already that of `" + first.location() + "`",
            "give one of them a version of its own"));
      }
    }
    return problems;
  }

  /** Files that another one stands for, and that would never be applied. */
  private static List<MigrationProblem> squashed(List<Migration> migrations) {
    List<MigrationProblem> problems = new ArrayList<>();
    for (Migration squash : migrations) {
      for (Migration other : migrations) {
        if (squash.squashes(other.version())) {
          problems.add(new MigrationProblem(
              other.location(),
              0,
              "version " + other.version() + " is one of those that `" + squash.location()
                  + "` stands for",
              "delete the file, or the marker `-- squashes` in the other"));
        }
      }
    }
    return problems;
  }

  /** Told of each migration of a chain once it is applied. */
  @FunctionalInterface
  public interface AfterEach {

    /** Looks at the database as the migration left it. */
    void applied(Migration migration) throws SQLException;
  }

  /**
   * Applies the whole chain to a fresh database, history table included, for a schema in memory: no lock, no refusals.
   *
   * @throws MigrationFailedException when SQLite refuses a statement; migrations before that one stay applied
   */
  public void applyTo(Connection fresh, AfterEach afterEach)
      throws MigrationFailedException, SQLException {
    try (ForeignKeysOff foreignKeys = ForeignKeysOff.on(fresh)) {
      foreignKeys.verify();
      MigrationHistory.create(fresh);
      ForeignKeyMismatch mismatch = null;
      for (Migration migration : migrations) {
        applyInTransaction(fresh, migration);
        mismatch = ForeignKeyMismatch.find(fresh, migration, mismatch);
        afterEach.applied(migration);
      }
      if (mismatch != null) {
        throw mismatch.failure();
      }
    }
  }

  private static void applyInTransaction(Connection fresh, Migration migration)
      throws MigrationFailedException, SQLException {
    MigrationTransaction transaction =
        MigrationTransaction.begin(fresh, new BusyWait(Duration.ZERO));
    try {
      MigrationStep.apply(fresh, migration, null, true);
      transaction.commit();
    } catch (MigrationFailedException | SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      throw e;
    }
  }
}

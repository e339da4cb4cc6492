package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database that others migrate: it is opened as it is, never created, and compared with what its repositories were checked
 * against.
 *
 * @param schema its name
 * @param declared what each of its repositories was checked against, without repetitions
 */
record DeclaredDatabase(String schema, List<DeclaredSchema> declared) {

  /** More of them would not be read. */
  private static final int MOST_DIFFERENCES = 10;

  /**
   * Returns what there is to compare of a schema, or null when it is migrated by Litmus.
   *
   * @param factories its repositories
   */
  static @Nullable DeclaredDatabase of(
      String schema, List<? extends RepositoryFactory<?>> factories) {
    List<DeclaredSchema> declared = factories.stream()
        .flatMap(factory -> factory.declared().stream())
        .distinct()
        .toList();
    if (declared.isEmpty()) {
      return null;
    }
    factories.stream()
        .filter(factory -> factory.declared().isEmpty())
        .findFirst()
        .ifPresent(other -> {
          throw new DatabaseOpenException(
              schema,
              other.repository().getName()
                  + " was compiled against migrations, and others of the same database against "
                  + "the script `" + declared.get(0).script() + "`",
              "Compile all of them with -Alitmus.migrations, or all with -Alitmus.schema",
              null);
        });
    return new DeclaredDatabase(schema, declared);
  }

  private String script() {
    return declared.stream()
        .map(DeclaredSchema::script)
        .distinct()
        .collect(Collectors.joining("`, `", "`", "`"));
  }

  /** Refuses what would begin a damaged file anew: nobody here could fill it. */
  void check(DatabaseSettings settings) {
    if (settings.policy() == OpenPolicy.RECREATE) {
      throw withoutMigrations(
          "the policy RECREATE begins damaged databases anew",
          "Use OpenPolicy.REQUIRED or OPTIONAL");
    }
  }

  /** Refuses what needs migrations. */
  MigrationException withoutMigrations(String fact, String advice) {
    return new MigrationException(
        schema,
        fact + ", and there are no migrations: its schema is that of the script " + script(),
        advice,
        null);
  }

  /** Refuses to open what is not there. */
  DatabaseOpenException missing(Path file, @Nullable Exception cause) {
    return new DatabaseOpenException(
        schema,
        file + " does not exist, and Litmus does not create it: its schema is that of the script "
            + script(),
        "Create it with what migrates it, and open it then",
        cause);
  }

  /** Refuses to open it in memory, where it would be empty. */
  DatabaseOpenException inMemory() {
    return new DatabaseOpenException(
        schema,
        "in memory it would be empty: Litmus does not run the script " + script(),
        "Open a file that has the schema, or open it with MigrationMode.NONE and make the schema yourself",
        null);
  }

  /** Refuses a database that lacks something; reads the schema alone. */
  void check(Connection connection) throws SQLException {
    Set<String> differences = new LinkedHashSet<>();
    for (DeclaredSchema one : declared) {
      differences.addAll(one.differences(connection));
    }
    if (!differences.isEmpty()) {
      String more = differences.size() > MOST_DIFFERENCES
          ? "; and " + (differences.size() - MOST_DIFFERENCES) + " more"
          : "";
      throw new DatabaseOpenException(
          schema,
          "the database is not what its repositories were compiled against, the script " + script()
              + ": "
              + differences.stream().limit(MOST_DIFFERENCES).collect(Collectors.joining("; "))
              + more,
          "Bring it up to date with what migrates it, or compile against the script of this database",
          null);
    }
  }
}

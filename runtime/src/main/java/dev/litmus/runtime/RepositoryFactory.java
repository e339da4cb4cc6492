package dev.litmus.runtime;

import java.util.Optional;

/**
 * How the runtime finds the generated implementation of a repository without reflection: the processor writes one
 * factory per repository and registers it for {@link java.util.ServiceLoader}. Not meant to be implemented by hand.
 *
 * @param <R> the repository interface
 */
public interface RepositoryFactory<R> {

  /**
   * Returns the schema that the repository was checked against.
   *
   * @return the value of its {@code @Database} annotation
   */
  String schema();

  /**
   * Returns the version of the processor that wrote it; {@link LitmusVersion#works} tells which runtimes it works with.
   *
   * @return for example {@code 1.4.0}
   */
  String version();

  /**
   * Returns the fingerprint of the migrations that the repository was checked against: opening a database with others is
   * refused. Those that continue these are taken, with a warning in the log, because a later one may have taken away what the
   * repository asks for.
   *
   * @return 64 hexadecimal digits; of a repository that was checked against a script, those of no migrations
   */
  String migrations();

  /**
   * Returns the schema of the script that the repository was checked against: others migrate its database, which is opened as
   * it is, and compared with this.
   *
   * @return empty when it was checked against migrations
   */
  default Optional<DeclaredSchema> declared() {
    return Optional.empty();
  }

  /**
   * Returns the repository interface.
   *
   * @return the interface that {@link #create} implements
   */
  Class<R> repository();

  /**
   * Creates the repository on a database of its schema.
   *
   * @param database an open database of {@link #schema()}
   * @return the generated implementation, safe for all threads
   */
  R create(SqliteDatabase database);
}

package dev.litmus.runtime;

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

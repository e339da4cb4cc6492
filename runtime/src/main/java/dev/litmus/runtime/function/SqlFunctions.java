package dev.litmus.runtime.function;

import java.util.Optional;

/**
 * How the runtime finds the functions and collations that a class declares, without reflection: the processor writes one of
 * these per class with {@code @SqlFunction}, {@code @SqlAggregate} or {@code @SqlCollation}, and registers it for {@link
 * java.util.ServiceLoader}. Not meant to be implemented by hand.
 */
public interface SqlFunctions {

  /**
   * Returns the class that declares them.
   *
   * @return its qualified name, for messages
   */
  String declaredBy();

  /**
   * Returns the version of the processor that wrote it; {@code LitmusVersion.works} tells which runtimes it works with.
   *
   * @return for example {@code 1.4.0}
   */
  String version();

  /**
   * Returns the schema whose databases have them.
   *
   * @return the value of the class's {@code @Database} annotation; empty when it has none, for all databases
   */
  Optional<String> schema();

  /**
   * Adds what the class declares.
   *
   * @param registry takes it
   */
  void addTo(FunctionRegistry registry);
}

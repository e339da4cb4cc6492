package dev.litmus.benchmarks.compiling;

import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** The annotation processors of the class path. */
public final class Processors {

  private Processors() {}

  /** New ones of Litmus. */
  public static List<Processor> litmus() {
    return of("dev.litmus.");
  }

  /**
   * New ones of one framework.
   *
   * @param prefix what their names begin with
   */
  static List<Processor> of(String prefix) {
    List<Processor> found = ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith(prefix))
        .map(ServiceLoader.Provider::get)
        .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("there is no annotation processor of " + prefix + "*");
    }
    return found;
  }
}

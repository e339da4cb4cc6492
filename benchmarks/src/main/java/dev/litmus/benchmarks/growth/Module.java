package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.compiling.GeneratedProject;
import dev.litmus.benchmarks.compiling.Processors;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

/** A project compiled by the processor, whose repositories this JVM can open databases with. */
final class Module {

  /** What is done with it. */
  interface Work {
    void run(ClassLoader classes) throws IOException, ClassNotFoundException;
  }

  private final URL classes;

  private Module(URL classes) {
    this.classes = classes;
  }

  static Module compile(GeneratedProject project) throws IOException {
    return new Module(project.compile(Processors.litmus()).toUri().toURL());
  }

  /** Runs something that sees the module, its classes new each time. */
  void run(Work work) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, Module.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      work.run(loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("what was compiled is not there", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

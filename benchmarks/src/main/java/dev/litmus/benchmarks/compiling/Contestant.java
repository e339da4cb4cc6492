package dev.litmus.benchmarks.compiling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** A compilation that is done again and again, in this JVM and in new ones. Not for several threads. */
final class Contestant {

  /** What the name of one begins with that compiles the interfaces of a framework and nothing else. */
  static final String ALONE = "javac: interfaces of ";

  private static final double NANOS = 1e9;

  private final String name;
  private final GeneratedProject project;
  private final Supplier<List<Processor>> processors;
  private final List<Double> cold = new ArrayList<>();
  private final List<Double> warm = new ArrayList<>();

  Contestant(String name, GeneratedProject project, Supplier<List<Processor>> processors) {
    this.name = name;
    this.project = project;
    this.processors = processors;
  }

  String name() {
    return name;
  }

  boolean isAlone() {
    return name.startsWith(ALONE);
  }

  /** Once in a new process, twice in this one. */
  void run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    project.compileAnew(processors.get());
    cold.add((System.nanoTime() - start) / NANOS);
    for (int i = 0; i < 2; i++) {
      List<Processor> fresh = processors.get();
      long again = System.nanoTime();
      project.compile(fresh);
      warm.add((System.nanoTime() - again) / NANOS);
    }
  }

  /** The median in a new process, in seconds. */
  double cold() {
    Collections.sort(cold);
    return cold.get(cold.size() / 2);
  }

  /** The best in this one, in seconds. */
  double warm() {
    return Collections.min(warm);
  }
}

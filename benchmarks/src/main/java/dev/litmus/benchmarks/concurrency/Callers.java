package dev.litmus.benchmarks.concurrency;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * The kind of threads that call. Virtual ones are looked up by a handle, because this is compiled for Java 17, which has none.
 */
enum Callers {
  PLATFORM,
  VIRTUAL;

  private static final Optional<ThreadFactory> OF_VIRTUAL = virtual();

  /** Whether this JVM has them. */
  boolean exist() {
    return this == PLATFORM || OF_VIRTUAL.isPresent();
  }

  /** Starts one. */
  Thread start(Runnable work) {
    Thread thread =
        this == PLATFORM ? new Thread(work) : OF_VIRTUAL.orElseThrow().newThread(work);
    thread.start();
    return thread;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code Thread.ofVirtual().factory()}. */
  private static Optional<ThreadFactory> virtual() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      MethodHandle begin =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      MethodHandle end =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      return Optional.of((ThreadFactory) end.invoke(begin.invoke()));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("virtual threads are there, but cannot be made", e);
    }
  }
}

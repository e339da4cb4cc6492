package dev.litmus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The entry of {@code litmus.jar}, and the only place that ends the process. The standard streams are taken as bytes:
 * what is written to them is UTF-8, whatever the locale, and a reader that has gone away is noticed.
 */
public final class Main {

  private Main() {}

  /** What the runtime logs of its work, the commands say better. */
  private static final Logger LOG = Logger.getLogger("dev.litmus.runtime");

  public static void main(String[] arguments) {
    LOG.setLevel(Level.OFF);
    Streams streams = new Streams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        () -> Terminal.here(System.getenv()));
    System.exit(LitmusCommand.run(streams, arguments));
  }
}

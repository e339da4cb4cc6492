package dev.litmus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/**
 * The entry of {@code litmus.jar}, and the only place that ends the process. The standard streams are taken as bytes:
 * what is written to them is UTF-8, whatever the locale, and a reader that has gone away is noticed.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Streams streams = new Streams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err));
    System.exit(LitmusCommand.run(streams, arguments));
  }
}

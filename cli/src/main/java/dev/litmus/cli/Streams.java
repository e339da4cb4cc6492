package dev.litmus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What a command reads and writes, so that tests can pass their own.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal finds out who looks at it
 */
record Streams(InputStream in, OutputStream out, OutputStream err, Supplier<Terminal> terminal) {

  /** Writes text as UTF-8, whatever the locale. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  PrintWriter printOut() {
    return print(out);
  }

  PrintWriter printErr() {
    return print(err);
  }

  private static PrintWriter print(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}

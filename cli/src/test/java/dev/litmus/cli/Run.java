package dev.litmus.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command answered to some arguments and some input. */
record Run(int code, String out, String err) {

  static Run of(String input, String... arguments) {
    return of(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Run of(byte[] input, String... arguments) {
    return on(Terminal.NONE, input, arguments);
  }

  static Run on(Terminal terminal, byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = LitmusCommand.run(
        new Streams(new ByteArrayInputStream(input), out, err, () -> terminal), arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

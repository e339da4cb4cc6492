package dev.litmus.cli.describe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8 from a stream that may be a pipe with somebody waiting at its other end: before it asks for more
 * bytes, it lets the caller hand over what is answered already.
 */
final class LineReader {

  private static final int CHUNK = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Called before reading, which may take until the other side has seen its answers. */
  @FunctionalInterface
  interface BeforeWaiting {
    void flush() throws IOException;
  }

  private final InputStream in;
  private final BeforeWaiting beforeWaiting;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int end;
  private boolean first = true;

  LineReader(InputStream in, BeforeWaiting beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /**
   * Returns the next line without its end; empty behind the last one.
   *
   * @throws CharacterCodingException when the line is not UTF-8; the next one can be read all the same
   */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean some = false;
    while (position < end || fill()) {
      some = true;
      int from = position;
      while (position < end && chunk[position] != '\n') {
        position++;
      }
      line.write(chunk, from, position - from);
      if (position < end) {
        position++;
        break;
      }
    }
    return some ? Optional.of(decode(line.toByteArray())) : Optional.empty();
  }

  private boolean fill() throws IOException {
    beforeWaiting.flush();
    position = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private String decode(byte[] bytes) throws CharacterCodingException {
    boolean atStart = first;
    first = false;
    String line =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return atStart && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }
}

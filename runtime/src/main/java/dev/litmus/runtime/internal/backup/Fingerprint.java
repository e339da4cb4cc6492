package dev.litmus.runtime.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What tells the content of a file from all others.
 *
 * @param bytes its size
 * @param sha256 64 hexadecimal digits
 */
record Fingerprint(long bytes, String sha256) {

  private static final int CHUNK = 1 << 16;

  /**
   * Reads a stream to its end and writes what it says.
   *
   * @param out may be one that writes nowhere
   * @param done told how many bytes are read, now and then
   */
  static Fingerprint copy(InputStream in, OutputStream out, LongConsumer done) throws IOException {
    MessageDigest digest = sha256Digest();
    byte[] chunk = new byte[CHUNK];
    long bytes = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      digest.update(chunk, 0, read);
      out.write(chunk, 0, read);
      bytes += read;
      done.accept(bytes);
    }
    return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.litmus.runtime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Positions of one query as text: base64url of a version, a fingerprint of the query, and each value behind the number of
 * its storage class. What comes back is bound as it was read, so that SQLite finds the same place.
 */
final class Cursors {

  private static final byte VERSION = 1;
  private static final int FINGERPRINT_LENGTH = 8;

  private static final byte NULL = 0;
  private static final byte INTEGER = 1;
  private static final byte REAL = 2;
  private static final byte TEXT = 3;
  private static final byte BLOB = 4;

  /** A position that is none of this query; the message says why, and nothing of what it holds. */
  static final class InvalidCursorException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidCursorException(String fact) {
      super(fact);
    }
  }

  private final byte[] fingerprint;
  private final int keys;

  /**
   * Creates the cursors of a query.
   *
   * @param sql tells it from all others
   * @param keys how many values a position has
   */
  Cursors(String sql, int keys) {
    this.fingerprint = Arrays.copyOf(digest(sql), FINGERPRINT_LENGTH);
    this.keys = keys;
  }

  private static byte[] digest(String sql) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Writes a position; the values are as the driver reads them. */
  String write(@Nullable Object[] values) {
    byte[][] pieces = new byte[values.length][];
    int length = 1 + FINGERPRINT_LENGTH;
    for (int i = 0; i < values.length; i++) {
      pieces[i] = piece(values[i]);
      length += pieces[i].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).put(VERSION).put(fingerprint);
    for (byte[] piece : pieces) {
      bytes.put(piece);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static byte[] piece(@Nullable Object value) {
    if (value == null) {
      return new byte[] {NULL};
    }
    if (value instanceof Double real) {
      return ByteBuffer.allocate(1 + Double.BYTES).put(REAL).putDouble(real).array();
    }
    if (value instanceof Number integer) {
      return ByteBuffer.allocate(1 + Long.BYTES)
          .put(INTEGER)
          .putLong(integer.longValue())
          .array();
    }
    return value instanceof byte[] blob
        ? sized(BLOB, blob)
        : sized(TEXT, ((String) value).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sized(byte kind, byte[] content) {
    return ByteBuffer.allocate(1 + Integer.BYTES + content.length)
        .put(kind)
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** Reads a position that {@link #write} has written, of this query and no other. */
  @Nullable
  Object[] read(String cursor) throws InvalidCursorException {
    try {
      return values(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)));
    } catch (IllegalArgumentException | BufferUnderflowException | CharacterCodingException e) {
      throw garbage();
    }
  }

  private @Nullable Object[] values(ByteBuffer bytes)
      throws InvalidCursorException, CharacterCodingException {
    if (bytes.get() != VERSION) {
      throw garbage();
    }
    byte[] query = new byte[FINGERPRINT_LENGTH];
    bytes.get(query);
    if (!Arrays.equals(query, fingerprint)) {
      throw new InvalidCursorException("the cursor is one of another query");
    }
    @Nullable Object[] values = new @Nullable Object[keys];
    for (int i = 0; i < keys; i++) {
      values[i] = value(bytes);
    }
    if (bytes.hasRemaining()) {
      throw garbage();
    }
    return values;
  }

  private static @Nullable Object value(ByteBuffer bytes)
      throws InvalidCursorException, CharacterCodingException {
    return switch (bytes.get()) {
      case NULL -> null;
      case INTEGER -> bytes.getLong();
      case REAL -> real(bytes.getDouble());
      case TEXT ->
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(content(bytes)))
            .toString();
      case BLOB -> content(bytes);
      default -> throw garbage();
    };
  }

  /** SQLite has no NaN. */
  private static Double real(double value) throws InvalidCursorException {
    if (Double.isNaN(value)) {
      throw garbage();
    }
    return value;
  }

  /** The length is not believed before the bytes are there. */
  private static byte[] content(ByteBuffer bytes) throws InvalidCursorException {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw garbage();
    }
    byte[] content = new byte[length];
    bytes.get(content);
    return content;
  }

  private static InvalidCursorException garbage() {
    return new InvalidCursorException("the cursor is none that a page gave");
  }
}

package dev.litmus.runtime;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Stores a UUID as its 16 bytes, in a BLOB column; without this it is text. */
public final class UuidBytes implements ColumnConverter<UUID, byte[]> {

  private static final int LENGTH = 16;

  /** Creates the converter. */
  public UuidBytes() {}

  @Override
  public byte[] toColumn(UUID value) {
    return ByteBuffer.allocate(LENGTH)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  @Override
  public UUID fromColumn(byte[] stored) {
    if (stored.length != LENGTH) {
      throw new IllegalArgumentException(
          "a UUID has " + LENGTH + " bytes, and not " + stored.length);
    }
    ByteBuffer halves = ByteBuffer.wrap(stored);
    return new UUID(halves.getLong(), halves.getLong());
  }
}

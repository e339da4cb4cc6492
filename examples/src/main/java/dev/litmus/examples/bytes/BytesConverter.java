package dev.litmus.examples.bytes;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;

/** Stores {@link Bytes} in a BLOB column. */
@Converter
public final class BytesConverter implements ColumnConverter<Bytes, byte[]> {

  @Override
  public byte[] toColumn(Bytes bytes) {
    return bytes.toArray();
  }

  @Override
  public Bytes fromColumn(byte[] stored) {
    return Bytes.of(stored);
  }
}

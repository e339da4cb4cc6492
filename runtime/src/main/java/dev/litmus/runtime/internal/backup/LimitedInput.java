package dev.litmus.runtime.internal.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception when there is more in it than there may be. */
final class LimitedInput extends FilterInputStream {

  /** There is more. */
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  LimitedInput(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws ExceededException {
    left -= read;
    if (left < 0) {
      throw new ExceededException();
    }
  }
}

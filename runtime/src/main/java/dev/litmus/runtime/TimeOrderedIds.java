package dev.litmus.runtime;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys that nobody else makes, each greater than the one before. Rows with such keys lie in the order in which they
 * were inserted, so that an insert touches the end of an index instead of any page of it. Whoever sees a key sees when it was made, to the millisecond, and cannot guess another.
 *
 * <p>In one process keys are strictly ascending, also when the clock is set back; between processes to the millisecond. As
 * text they sort as they were made. Safe for all threads.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, UUID version 7</a>, with a counter
 * behind the time (6.2, method 1); <a href="https://github.com/ulid/spec">ULID</a>.
 */
public final class TimeOrderedIds {

  private static final TimeOrderedIds SYSTEM =
      new TimeOrderedIds(System::currentTimeMillis, randomBits());

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1 << COUNTER_BITS) - 1;

  /** What a millisecond's counter begins below: half of it is left to count. */
  private static final long START = COUNTER >> 1;

  private static final int RANDOM_LONGS = 64;
  private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int ULID_LENGTH = 26;

  private final LongSupplier clock;
  private final LongSupplier random;

  /** Milliseconds and, in the last bits, the counter. */
  private long last;

  TimeOrderedIds(LongSupplier clock, LongSupplier random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a UUID of version 7.
   *
   * @return the UUID
   */
  public static UUID uuid() {
    return SYSTEM.nextUuid();
  }

  /**
   * Makes a UUID of version 7 as text, for a key column of type TEXT.
   *
   * @return 36 characters, lower case
   */
  public static String text() {
    return SYSTEM.nextUuid().toString();
  }

  /**
   * Makes a ULID, the same 128 bits in fewer characters.
   *
   * @return 26 characters of Crockford's base 32, upper case
   */
  public static String ulid() {
    return SYSTEM.nextUlid();
  }

  UUID nextUuid() {
    long time = advance();
    long high = (time >>> COUNTER_BITS << 16) | 0x7000 | (time & COUNTER);
    return new UUID(high, 0x8000_0000_0000_0000L | (random.getAsLong() >>> 2));
  }

  String nextUlid() {
    long time = advance();
    long high = (time << 4) | (random.getAsLong() >>> 60);
    long low = random.getAsLong();
    char[] text = new char[ULID_LENGTH];
    for (int i = ULID_LENGTH - 1; i >= 0; i--) {
      text[i] = CROCKFORD[(int) (low & 31)];
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }

  /** A counter that is at its end goes on in the next millisecond, and a clock that was set back is waited for so. */
  private synchronized long advance() {
    long now = clock.getAsLong() << COUNTER_BITS;
    last = now > last ? now | (random.getAsLong() & START) : last + 1;
    return last;
  }

  /** Random bits by the thousand: each call of the generator is dearer than an insert. */
  private static LongSupplier randomBits() {
    return new LongSupplier() {
      private final SecureRandom source = new SecureRandom();
      private @Nullable ByteBuffer bits;

      @Override
      public synchronized long getAsLong() {
        ByteBuffer left = bits;
        if (left == null || !left.hasRemaining()) {
          byte[] fresh = new byte[RANDOM_LONGS * Long.BYTES];
          source.nextBytes(fresh);
          left = ByteBuffer.wrap(fresh);
          bits = left;
        }
        return left.getLong();
      }
    };
  }
}

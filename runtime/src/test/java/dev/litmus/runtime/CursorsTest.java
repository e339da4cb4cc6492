package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.Cursors.InvalidCursorException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final Object[] VALUES = {
    null,
    Long.MIN_VALUE,
    9007199254740993L,
    Double.NEGATIVE_INFINITY,
    -0.0,
    1.0,
    "",
    "5",
    "a\0b 😀 ä",
    new byte[0],
    new byte[] {0, -1, 35}
  };

  private final Cursors cursors = new Cursors("SELECT 1", VALUES.length);

  @Test
  void valuesComeBackInTheirStorageClass() throws Exception {
    String cursor = cursors.write(VALUES);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(cursors.read(cursor)).isEqualTo(VALUES);
  }

  /** The driver reads small integers as Integer; to SQLite they are the same. */
  @Test
  void anIntIsAnInteger() throws Exception {
    Cursors one = new Cursors("SELECT 1", 1);
    assertThat(one.read(one.write(new Object[] {5}))).containsExactly(5L);
  }

  @Test
  void theSamePositionIsTheSameText() {
    assertThat(new Cursors("SELECT 1", VALUES.length).write(VALUES))
        .isEqualTo(cursors.write(VALUES));
  }

  @Test
  void anotherQuerysAreRefused() {
    String other = new Cursors("SELECT 2", VALUES.length).write(VALUES);
    assertThatThrownBy(() -> cursors.read(other))
        .isInstanceOf(InvalidCursorException.class)
        .hasMessage("the cursor is one of another query");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AQ", "x=y", "ä", "%00", "AQAAAAAAAAAA", "null", "-1"})
  void garbageIsRefused(String garbage) {
    assertThatThrownBy(() -> cursors.read(garbage)).isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void nothingIsMissingAndNothingIsLeftOver() {
    byte[] bytes = Base64.getUrlDecoder().decode(cursors.write(VALUES));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> cursors.read(text(cut))).isInstanceOf(InvalidCursorException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> cursors.read(text(longer))).isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void whatSqliteDoesNotHaveIsRefused() {
    Cursors one = new Cursors("SELECT 1", 1);
    byte[] real = Base64.getUrlDecoder().decode(one.write(new Object[] {1.0}));
    ByteBuffer.wrap(real).putDouble(real.length - Double.BYTES, Double.NaN);
    assertThatThrownBy(() -> one.read(text(real))).isInstanceOf(InvalidCursorException.class);
    byte[] word = Base64.getUrlDecoder().decode(one.write(new Object[] {"ab"}));
    word[word.length - 1] = (byte) 0xff;
    assertThatThrownBy(() -> one.read(text(word))).isInstanceOf(InvalidCursorException.class);
    byte[] huge = Base64.getUrlDecoder().decode(one.write(new Object[] {"ab"}));
    ByteBuffer.wrap(huge).putInt(huge.length - 6, Integer.MAX_VALUE);
    assertThatThrownBy(() -> one.read(text(huge))).isInstanceOf(InvalidCursorException.class);
  }

  /** A forged cursor is a position or a refusal, and nothing else. */
  @Test
  void damageIsAnotherPositionOrRefused() {
    Random random = new Random(3);
    byte[] bytes = Base64.getUrlDecoder().decode(cursors.write(VALUES));
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        assertThat(cursors.read(text(damaged))).hasSize(VALUES.length);
      } catch (InvalidCursorException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(500, 4500);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

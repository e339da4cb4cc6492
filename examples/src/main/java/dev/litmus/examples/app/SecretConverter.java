package dev.litmus.examples.app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets on their way into the database: AES-256 in <a
 * href="https://csrc.nist.gov/pubs/sp/800/38/d/final">GCM</a>. Stored are a byte for this form, a nonce of 12 random bytes,
 * and what is encrypted with a tag of 16 bytes behind it. The same secret is stored otherwise each time.
 *
 * <p>Whoever reads the database, or a backup of it, reads no secret without the key, but sees how long each is. Whoever
 * changes one is found out when it is read; not so whoever puts the stored bytes of one row into another, because a converter
 * does not know the row. It needs the key and so has no constructor that generated code could call: it is handed over when
 * the database is opened. Safe for all threads.
 *
 * <p>With random nonces NIST allows a key 2<sup>32</sup> encryptions, which nobody's credentials come near.
 */
@Converter
public final class SecretConverter implements ColumnConverter<Secret, byte[]> {

  private static final byte FORM = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Supplier<SecretKey> key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates the converter.
   *
   * @param key for AES, 256 bits, asked for with each secret; see {@link KeyFile#whenNeeded}. It may throw
   *     {@link SecretException}
   */
  public SecretConverter(Supplier<SecretKey> key) {
    this.key = key;
  }

  @Override
  public byte[] toColumn(Secret secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce)
          .doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE + encrypted.length)
          .put(FORM)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException e) {
      throw new SecretException("this Java cannot encrypt with AES-256 in GCM", e);
    }
  }

  @Override
  public Secret fromColumn(byte[] stored) {
    if (stored.length < 1 + NONCE + TAG || stored[0] != FORM) {
      throw new SecretException("this is no secret that was encrypted here");
    }
    ByteBuffer parts = ByteBuffer.wrap(stored, 1, stored.length - 1);
    byte[] nonce = new byte[NONCE];
    byte[] encrypted = new byte[parts.remaining() - NONCE];
    parts.get(nonce).get(encrypted);
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted);
      return new Secret(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SecretException("the secret was stored with another key, or was changed since", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.get(), new GCMParameterSpec(Byte.SIZE * TAG, nonce));
    // The form is authentic as well.
    cipher.updateAAD(new byte[] {FORM});
    return cipher;
  }
}

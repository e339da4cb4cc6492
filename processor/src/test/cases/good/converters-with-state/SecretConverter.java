package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;

/** Turns letters by a key; always the same text for a secret, so that it can be found. */
@Converter
public final class SecretConverter implements ColumnConverter<Secret, String> {

  private final int key;

  public SecretConverter(int key) {
    this.key = key;
  }

  @Override
  public String toColumn(Secret secret) {
    return turned(secret.text(), key);
  }

  @Override
  public Secret fromColumn(String stored) {
    if (!stored.startsWith(turned("#", key))) {
      throw new IllegalArgumentException("another key");
    }
    return new Secret(turned(stored, -key));
  }

  private static String turned(String text, int by) {
    return text.chars()
        .map(c -> c + by)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return "the key is " + key;
  }
}

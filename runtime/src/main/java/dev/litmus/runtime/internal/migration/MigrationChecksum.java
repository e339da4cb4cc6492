package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What tells whether an applied migration was edited: SHA-256 over its Up tokens. Comments, white space, empty statements
 * and the kind of line end do not count, so reformatting a file or checking it out on another system blocks no start.
 * The case of words does count: which of them are names, and so appear as column labels, only a parser could tell.
 */
final class MigrationChecksum {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private MigrationChecksum() {}

  /** Whether the text can be a checksum of this kind. */
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  static String of(List<MigrationStatement> statements) {
    MessageDigest digest = sha256();
    for (MigrationStatement statement : statements) {
      for (Token token : Tokenizer.tokenize(statement.sql())) {
        if (!token.isComment()) {
          add(digest, token.text(statement.sql()).replace("\r\n", "\n"));
        }
      }
      add(digest, ";");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns what tells a chain from all others: of the one before, and the migration that continues it. */
  static String continued(String before, Migration migration) {
    MessageDigest digest = sha256();
    add(digest, before);
    add(digest, Long.toString(migration.version()));
    add(digest, migration.name());
    add(digest, migration.checksum());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The length in front keeps {@code a b} and {@code ab} apart. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

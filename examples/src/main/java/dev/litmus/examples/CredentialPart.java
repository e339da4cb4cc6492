package dev.litmus.examples;

import dev.litmus.examples.app.Credential;
import dev.litmus.examples.app.CredentialRepository;
import dev.litmus.examples.app.Secret;
import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** A credential: encrypted on its way into the file, and decrypted on its way out. */
final class CredentialPart {

  private static final String PROVIDER = "models.example";
  private static final String ACCOUNT = "ann";
  private static final Secret SECRET = new Secret("sk-of-the-tour-and-of-nobody");
  private static final int BYTES_SHOWN = 12;

  private final Terminal terminal;
  private final Clock clock;
  private final CredentialRepository credentials;

  CredentialPart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.credentials = databases.repository(CredentialRepository.class);
  }

  void run() {
    terminal.title("A credential: its secret is encrypted, and the key is in another folder");
    credentials
        .find(PROVIDER, ACCOUNT)
        .flatMap(Credential::usedAt)
        .ifPresent(at -> terminal.line("known      from an earlier run, used last at %s", at));
    UUID id = save();
    Bytes stored = credentials.stored(id).orElseThrow();
    terminal.line(
        "secret     %s (%d characters)", SECRET.value(), SECRET.value().length());
    terminal.line(
        "stored     %s ... (%s)",
        HexFormat.of().formatHex(stored.toArray(), 0, BYTES_SHOWN), stored);
    terminal.line("           the secret is in there: %s", Terminal.yes(contains(stored)));
    save();
    terminal.line(
        "           stored once more, it is the same bytes: %s",
        Terminal.yes(stored.equals(credentials.stored(id).orElseThrow())));
    Secret used = credentials.use(PROVIDER, ACCOUNT, clock.instant()).orElseThrow();
    terminal.line("read back  the same: %s", Terminal.yes(used.equals(SECRET)));
    Credential credential = credentials.find(PROVIDER, ACCOUNT).orElseThrow();
    terminal.line(
        "printed    %s of %s at %s",
        credential.secret(), credential.account(), credential.provider());
  }

  private UUID save() {
    return credentials.save(UUID.randomUUID(), PROVIDER, ACCOUNT, SECRET, clock.instant());
  }

  private static boolean contains(Bytes stored) {
    return new String(stored.toArray(), StandardCharsets.ISO_8859_1).contains(SECRET.value());
  }
}

package dev.litmus.examples.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.Application;
import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.ValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Secret SECRET = new Secret("sk-a-long-secret-ünique");

  @TempDir
  private Path folder;

  private Databases databases;
  private CredentialRepository credentials;
  private UUID id;

  @BeforeEach
  void save() throws IOException {
    open("app.key");
    id = credentials.save(UUID.randomUUID(), "models.example", "ann", SECRET, NOW);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void aSecretComesBackAndSaysWhenItWasUsed() {
    Credential saved = new Credential(id, "models.example", "ann", SECRET, NOW, Optional.empty());
    assertThat(credentials.find("models.example", "ann")).contains(saved);

    assertThat(credentials.use("models.example", "ann", NOW.plusSeconds(1))).contains(SECRET);

    assertThat(credentials.find("models.example", "ann"))
        .map(Credential::usedAt)
        .contains(Optional.of(NOW.plusSeconds(1)));
    assertThat(credentials.use("models.example", "bob", NOW)).isEmpty();
    assertThat(saved.toString()).contains("Secret[hidden]").doesNotContain("sk-");
  }

  @Test
  void anAccountHasOneSecret() {
    Secret other = new Secret("");
    assertThat(credentials.save(UUID.randomUUID(), "models.example", "ann", other, NOW))
        .isEqualTo(id);
    credentials.save(UUID.randomUUID(), "models.example", "Bob", SECRET, NOW);

    assertThat(credentials.find("models.example", "ann"))
        .map(Credential::secret)
        .contains(other);
    assertThat(credentials.accounts("models.example")).containsExactly("Bob", "ann");
    assertThat(credentials.delete(id)).isTrue();
    assertThat(credentials.accounts("models.example")).containsExactly("Bob");
  }

  @Test
  void theSameSecretIsNeverStoredTheSameWay() {
    Bytes once = credentials.stored(id).orElseThrow();
    assertThat(once.size()).isEqualTo(1 + 12 + SECRET.value().length() + 1 + 16);

    credentials.save(id, "models.example", "ann", SECRET, NOW);

    assertThat(credentials.stored(id).orElseThrow()).isNotEqualTo(once);
  }

  /** Neither the secret nor the key is in any file of the databases. */
  @Test
  void theFilesHoldNoSecretAndNoKey() throws IOException {
    databases.close();
    byte[] key = KeyFile.open(folder.resolve("app.key")).getEncoded();
    int files = 0;
    try (Stream<Path> all = Files.list(folder.resolve("data"))) {
      for (Path file : all.toList()) {
        String bytes = latin(Files.readAllBytes(file));
        assertThat(bytes.contains(latin(SECRET.value().getBytes(StandardCharsets.UTF_8))))
            .isFalse();
        assertThat(bytes.contains(latin(key))).isFalse();
        files += bytes.contains("models.example") ? 1 : 0;
      }
    }
    assertThat(files).isPositive();
  }

  @Test
  void withAnotherKeyTheSecretIsNotRead() throws IOException {
    databases.close();
    KeyFile.make(folder.resolve("other.key"));
    open("other.key");

    assertThat(credentials.accounts("models.example")).containsExactly("ann");
    assertThatThrownBy(() -> credentials.find("models.example", "ann"))
        .isInstanceOf(ValueException.class)
        .hasRootCauseInstanceOf(AEADBadTagException.class);
  }

  @Test
  void aChangedBitIsFoundOut() {
    int size = credentials.stored(id).orElseThrow().size();
    for (int at : List.of(1, 13, size - 1)) {
      byte[] changed = credentials.stored(id).orElseThrow().toArray();
      changed[at] ^= 1;
      databases.get("app").transaction(() -> {
        databases
            .get("app")
            .sql()
            .execute("UPDATE credentials SET secret = :changed", Map.of("changed", changed));
        assertThatThrownBy(() -> credentials.find("models.example", "ann"))
            .as("byte " + at)
            .isInstanceOf(ValueException.class);
        databases.get("app").rollbackOnly();
      });
    }
    assertThat(credentials.find("models.example", "ann"))
        .map(Credential::secret)
        .contains(SECRET);
  }

  @Test
  void withoutAKeyNobodyAsksForSecrets() {
    try (Databases keyless = Databases.inMemory()) {
      assertThatThrownBy(() -> keyless.repository(CredentialRepository.class))
          .isInstanceOf(LitmusException.class)
          .hasMessageContaining("SecretConverter");
    }
  }

  private void open(String keyFile) throws IOException {
    databases = Application.open(folder.resolve("data"), folder.resolve(keyFile));
    credentials = databases.repository(CredentialRepository.class);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

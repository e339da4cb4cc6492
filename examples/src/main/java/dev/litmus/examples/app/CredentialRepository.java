package dev.litmus.examples.app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.examples.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The credentials. Their secrets are encrypted and decrypted by {@link SecretConverter}, on their way. */
@Database("app")
public interface CredentialRepository {

  /**
   * Saves a credential, or gives the one of the same provider and account another secret.
   *
   * @return the id of the one that is saved
   */
  @Query("""
      INSERT INTO credentials (id, provider, account, secret, created_at)
      VALUES (:id, :provider, :account, :secret, :now)
      ON CONFLICT (provider, account) DO UPDATE SET secret = excluded.secret
      RETURNING id""")
  UUID save(UUID id, String provider, String account, Secret secret, Instant now);

  @Query("""
      SELECT id, provider, account, secret, created_at, used_at
      FROM credentials
      WHERE provider = :provider AND account = :account""")
  Optional<Credential> find(String provider, String account);

  /** Returns a secret to be used now, and remembers when that was. */
  @Query("""
      UPDATE credentials
      SET used_at = :now
      WHERE provider = :provider AND account = :account
      RETURNING secret""")
  Optional<Secret> use(String provider, String account, Instant now);

  /** Returns what is stored of a secret, as it lies in the file. */
  @Query("SELECT secret FROM credentials WHERE id = :id")
  Optional<Bytes> stored(UUID id);

  /** The accounts with a provider; no secret is decrypted for it. */
  @Query("SELECT account FROM credentials WHERE provider = :provider ORDER BY account")
  List<String> accounts(String provider);

  @Query("DELETE FROM credentials WHERE id = :id")
  boolean delete(UUID id);
}

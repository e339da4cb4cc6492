package dev.litmus.examples.app;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What opens an account with a provider.
 *
 * @param id names it for good
 * @param provider the service
 * @param account who uses it
 * @param secret encrypted in the database
 * @param createdAt when it was first saved, in whole milliseconds
 * @param usedAt when it was last used
 */
public record Credential(
    UUID id,
    String provider,
    String account,
    Secret secret,
    Instant createdAt,
    Optional<Instant> usedAt) {}

package dev.litmus.examples.app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The registry of artifacts: what was made, and in which database it lies. */
@Database("app")
public interface ArtifactRepository {

  /**
   * Registers an artifact, or gives the one from the same source another title.
   *
   * @return the id of the one that is registered
   */
  @Query("""
      INSERT INTO artifacts (id, kind, title, media_type, source_database, source_id, created_at)
      VALUES (:artifact.id, :artifact.kind, :artifact.title, :artifact.mediaType, :artifact.source.database,
              :artifact.source.id, :artifact.createdAt)
      ON CONFLICT (source_database, source_id) DO UPDATE SET title = excluded.title
      RETURNING id""")
  UUID register(Artifact artifact);

  @Query("""
      SELECT id, kind, title, media_type, source_database, source_id, created_at
      FROM artifacts
      WHERE source_database = :source.database AND source_id = :source.id""")
  Optional<Artifact> find(Source source);

  /** All artifacts, newest first. */
  @Query("""
      SELECT id, kind, title, media_type, source_database, source_id, created_at
      FROM artifacts
      ORDER BY created_at DESC, id DESC""")
  KeysetPage<Artifact> newest(KeysetRequest from);

  /** The artifacts of one kind, newest first, and how many there are. */
  @Query("""
      SELECT id, kind, title, media_type, source_database, source_id, created_at
      FROM artifacts
      WHERE kind = :kind
      ORDER BY created_at DESC, id DESC""")
  Page<Artifact> ofKind(ArtifactKind kind, PageRequest page);

  /** Counts the artifacts of each kind that there is. */
  @Query("SELECT kind, count(*) AS artifacts FROM artifacts GROUP BY kind ORDER BY kind")
  @Key("kind")
  Map<ArtifactKind, Integer> counts();

  /** Forgets where something lies; false when it was not registered. */
  @Query(
      "DELETE FROM artifacts WHERE source_database = :source.database AND source_id = :source.id")
  boolean forget(Source source);
}

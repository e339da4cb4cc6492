package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The prompts. */
@Database("imagegen")
public interface PromptRepository {

  /**
   * Makes a text a prompt, or uses the one that has it.
   *
   * @param id for a new one
   * @return the id of the prompt with that text
   */
  @Query("""
      INSERT INTO prompts (id, text, created_at, used_at)
      VALUES (:id, :text, :now, :now)
      ON CONFLICT (text) DO UPDATE SET used_at = excluded.used_at
      RETURNING id""")
  UUID use(UUID id, String text, Instant now);

  /** The prompts that were used last. */
  @Query("""
      SELECT id, text, is_favorite, created_at, used_at
      FROM prompts
      ORDER BY used_at DESC, id DESC
      LIMIT :limit""")
  List<Prompt> recent(int limit);

  /** The prompts that somebody likes, the one that was used last first. */
  @Query("""
      SELECT id, text, is_favorite, created_at, used_at
      FROM prompts
      WHERE is_favorite = 1
      ORDER BY used_at DESC, id DESC""")
  List<Prompt> favorites();

  @Query("UPDATE prompts SET is_favorite = :favorite WHERE id = :id")
  boolean setFavorite(UUID id, boolean favorite);
}

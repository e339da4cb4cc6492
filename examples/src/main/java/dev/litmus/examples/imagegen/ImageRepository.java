package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The images that were made. */
@Database("imagegen")
public interface ImageRepository {

  /** All images, newest first; those that come meanwhile shift nothing. */
  @Query("""
      SELECT i.id, p.text AS prompt, i.width, i.height, length(i.content) AS bytes, i.created_at
      FROM images i
      LEFT JOIN prompts p ON p.id = i.prompt_id
      ORDER BY i.created_at DESC, i.id DESC""")
  KeysetPage<ImageSummary> gallery(KeysetRequest from);

  /** The images of a prompt, newest first. */
  @Query("""
      SELECT i.id, p.text AS prompt, i.width, i.height, length(i.content) AS bytes, i.created_at
      FROM images i
      JOIN prompts p ON p.id = i.prompt_id
      WHERE i.prompt_id = :promptId
      ORDER BY i.created_at DESC, i.id DESC""")
  List<ImageSummary> ofPrompt(UUID promptId);

  @Query("SELECT content FROM images WHERE id = :id")
  Optional<Bytes> content(UUID id);

  @Query("SELECT count(*) FROM images")
  int count();

  @Query("DELETE FROM images WHERE id = :id")
  boolean delete(UUID id);
}

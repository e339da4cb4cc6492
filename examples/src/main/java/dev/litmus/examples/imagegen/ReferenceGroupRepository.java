package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Groups of images that later ones are to look like. */
@Database("imagegen")
public interface ReferenceGroupRepository {

  /** Makes a group of images, all of it or nothing. */
  @Transactional
  default void create(UUID id, String name, List<UUID> imageIds, Instant now) {
    insert(id, name, now);
    addAll(id, imageIds);
  }

  @Query("INSERT INTO reference_groups (id, name, created_at) VALUES (:id, :name, :now)")
  void insert(UUID id, String name, Instant now);

  /**
   * Adds images behind those there are.
   *
   * @return how many of them were not in the group before
   */
  @Query("""
      INSERT INTO reference_group_images (group_id, image_id)
      VALUES (:groupId, :imageIds)
      ON CONFLICT (group_id, image_id) DO NOTHING""")
  @Batch
  int addAll(UUID groupId, List<UUID> imageIds);

  /** The images of a group, in the order in which they were added. */
  @Query("""
      SELECT i.id, p.text AS prompt, i.width, i.height, length(i.content) AS bytes, i.created_at
      FROM reference_group_images g
      JOIN images i ON i.id = g.image_id
      LEFT JOIN prompts p ON p.id = i.prompt_id
      WHERE g.group_id = :groupId
      ORDER BY g.row_id""")
  List<ImageSummary> images(UUID groupId);

  /** How many images each group has, by its name. */
  @Query("""
      SELECT g.name, count(i.image_id) AS images
      FROM reference_groups g
      LEFT JOIN reference_group_images i ON i.group_id = g.id
      GROUP BY g.name
      ORDER BY g.name""")
  @Key("name")
  Map<String, Integer> sizes();
}

package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue, as those see it who put something in. */
@Database("imagegen")
public interface QueueRepository {

  /** Puts a wish and its jobs into the queue: a worker sees all of it or nothing. */
  @Transactional
  default void enqueue(QueueEntry entry, List<NewJob> jobs) {
    insert(entry);
    insertJobs(jobs);
  }

  @Query("""
      INSERT INTO queue_entries (id, prompt_id, reference_group_id, model, width, height, created_at)
      VALUES (:entry.id, :entry.promptId, :entry.referenceGroupId, :entry.model, :entry.size.width,
              :entry.size.height, :entry.createdAt)""")
  void insert(QueueEntry entry);

  @Query("""
      INSERT INTO jobs (id, queue_entry_id, seed, created_at)
      VALUES (:jobs.id, :jobs.queueEntryId, :jobs.seed, :jobs.createdAt)""")
  @Batch
  int insertJobs(List<NewJob> jobs);

  @Query("""
      SELECT id, prompt_id, reference_group_id, model, width, height, created_at
      FROM queue_entries
      WHERE id = :id""")
  Optional<QueueEntry> findById(UUID id);

  /** What the images of a wish are made from. */
  @Query("""
      SELECT p.id AS prompt_id, p.text AS prompt, e.model, e.width, e.height
      FROM queue_entries e
      JOIN prompts p ON p.id = e.prompt_id
      WHERE e.id = :id""")
  Task task(UUID id);

  /** All wishes, in the order in which they came. */
  @Query("""
      SELECT e.id, p.text AS prompt,
             (SELECT count(*) FROM jobs j WHERE j.queue_entry_id = e.id) AS jobs,
             (SELECT count(*) FROM jobs j WHERE j.queue_entry_id = e.id AND j.status = 'done') AS done
      FROM queue_entries e
      JOIN prompts p ON p.id = e.prompt_id
      ORDER BY e.created_at, e.id""")
  List<EntryProgress> progress();

  /** Takes out the wishes of which nothing is left to do. Their images stay. */
  @Query("""
      DELETE FROM queue_entries
      WHERE NOT EXISTS (
        SELECT 1
        FROM jobs j
        WHERE j.queue_entry_id = queue_entries.id AND j.status IN ('pending', 'running'))""")
  int clear();
}

package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue, as its workers see it. */
@Database("imagegen")
public interface JobRepository {

  /**
   * Takes the job that has waited longest. Finding and taking it is one statement, and so one transaction: no other worker
   * gets the same.
   */
  @Query("""
      UPDATE jobs
      SET status = 'running', worker = :worker, attempts = attempts + 1, started_at = :now
      WHERE row_id = (SELECT row_id FROM jobs WHERE status = 'pending' ORDER BY created_at, id LIMIT 1)
      RETURNING id, queue_entry_id, seed, status, attempts, max_attempts, worker, error, created_at, started_at,
                finished_at""")
  Optional<Job> claim(String worker, Instant now);

  /**
   * Ends a job with its image: both are there, or neither.
   *
   * @throws IllegalStateException when the worker does not have the job any more
   */
  @Transactional
  default void complete(Job job, Image image, Instant now) {
    if (!markDone(job.id(), job.worker(), now)) {
      throw new IllegalStateException(
          "job " + job.id() + " is not " + job.worker().orElse("nobody") + "'s any more");
    }
    insertImage(image);
  }

  @Query("""
      UPDATE jobs
      SET status = 'done', error = NULL, finished_at = :now
      WHERE id = :id AND status = 'running' AND worker = :worker""")
  boolean markDone(UUID id, Optional<String> worker, Instant now);

  @Query("""
      INSERT INTO images (id, job_id, prompt_id, media_type, width, height, created_at, content)
      VALUES (:image.id, :image.jobId, :image.promptId, :image.mediaType, :image.size.width, :image.size.height,
              :image.createdAt, :image.content)""")
  void insertImage(Image image);

  /**
   * Gives a job back that could not be done: it waits in its old place, or has failed when it was begun often enough.
   *
   * @return what has become of it; nothing when the worker does not have it any more
   */
  @Query("""
      UPDATE jobs
      SET status = iif(attempts < max_attempts, 'pending', 'failed'),
          finished_at = iif(attempts < max_attempts, NULL, :now),
          error = :error
      WHERE id = :id AND status = 'running' AND worker = :worker
      RETURNING status""")
  Optional<JobStatus> fail(UUID id, Optional<String> worker, String error, Instant now);

  /** Gives back all jobs that somebody has: those of an application that has ended. */
  @Query("""
      UPDATE jobs
      SET status = iif(attempts < max_attempts, 'pending', 'failed'),
          finished_at = iif(attempts < max_attempts, NULL, :now),
          error = 'the application ended'
      WHERE status = 'running'""")
  int giveBackAll(Instant now);

  @Query("""
      SELECT id, queue_entry_id, seed, status, attempts, max_attempts, worker, error, created_at, started_at, finished_at
      FROM jobs
      WHERE queue_entry_id = :queueEntryId
      ORDER BY seed""")
  List<Job> ofEntry(UUID queueEntryId);

  /** Counts the jobs of a wish by their status. */
  @Query(
      "SELECT status, count(*) AS jobs FROM jobs WHERE queue_entry_id = :queueEntryId GROUP BY status ORDER BY status")
  @Key("status")
  Map<JobStatus, Integer> counts(UUID queueEntryId);

  /** Counts all jobs by their status. */
  @Query("SELECT status, count(*) AS jobs FROM jobs GROUP BY status ORDER BY status")
  @Key("status")
  Map<JobStatus, Integer> counts();
}

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
   * @param job as it was claimed
   * @throws IllegalStateException when the job was given back since, whoever has it now
   */
  @Transactional
  default void complete(Job job, Image image, Instant now) {
    if (!markDone(job, now)) {
      throw new IllegalStateException("attempt " + job.attempts() + " at job " + job.id() + ", by "
          + job.worker().orElse("nobody") + ", is over: the job was given back");
    }
    insertImage(Optional.of(job.id()), image);
  }

  /** Ends an attempt. Its number says whose the job is: each claim has one of its own, and names come again. */
  @Query("""
      UPDATE jobs
      SET status = 'done', error = NULL, finished_at = :now
      WHERE id = :job.id AND status = 'running' AND attempts = :job.attempts""")
  boolean markDone(Job job, Instant now);

  @Query("""
      INSERT INTO images (id, job_id, prompt_id, media_type, width, height, created_at, content)
      VALUES (:image.id, :jobId, :image.promptId, :image.mediaType, :image.size.width, :image.size.height,
              :image.createdAt, :image.content)""")
  void insertImage(Optional<UUID> jobId, Image image);

  /**
   * Gives a job back that could not be done: it waits in its old place, or has failed when it was begun often enough.
   *
   * @param job as it was claimed
   * @return what has become of it; nothing when it was given back already
   */
  @Query("""
      UPDATE jobs
      SET status = iif(attempts < max_attempts, 'pending', 'failed'),
          finished_at = iif(attempts < max_attempts, NULL, :now),
          error = :error
      WHERE id = :job.id AND status = 'running' AND attempts = :job.attempts
      RETURNING status""")
  Optional<JobStatus> fail(Job job, String error, Instant now);

  /**
   * Gives back the jobs whose attempt began too long ago: whoever began them has ended, or is too slow. What another process
   * does just now stays with it.
   *
   * @param before the latest start that is too long ago, itself not included
   * @return how many
   */
  @Query("""
      UPDATE jobs
      SET status = iif(attempts < max_attempts, 'pending', 'failed'),
          finished_at = iif(attempts < max_attempts, NULL, :now),
          error = 'not done in time'
      WHERE status = 'running' AND started_at < :before""")
  int giveBack(Instant before, Instant now);

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

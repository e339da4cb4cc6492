package dev.litmus.examples;

import dev.litmus.examples.imagegen.Image;
import dev.litmus.examples.imagegen.Job;
import dev.litmus.examples.imagegen.JobRepository;
import dev.litmus.examples.imagegen.QueueRepository;
import dev.litmus.examples.imagegen.Task;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.LitmusException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Works off the queue: takes a job, makes its image, and takes the next, until none is pending. */
final class Worker implements Callable<Integer> {

  private final String name;
  private final JobRepository jobs;
  private final QueueRepository queue;
  private final Clock clock;
  private final Work work;

  /** What is done for a job, before its image is painted. */
  @FunctionalInterface
  interface Work {
    void begin(Job job) throws Exception;
  }

  Worker(String name, SqliteDatabase imagegen, Clock clock, Work work) {
    this.name = name;
    this.jobs = imagegen.repository(JobRepository.class);
    this.queue = imagegen.repository(QueueRepository.class);
    this.clock = clock;
    this.work = work;
  }

  /**
   * Returns how many jobs it took; one that got no answer counts each time. Whatever else fails is a bug and ends the worker,
   * and its job is given back for another.
   */
  @Override
  public Integer call() throws Exception {
    int taken = 0;
    Optional<Job> job = jobs.claim(name, clock.instant());
    while (job.isPresent()) {
      taken++;
      attempt(job.get());
      job = jobs.claim(name, clock.instant());
    }
    return taken;
  }

  private void attempt(Job job) throws Exception {
    try {
      work.begin(job);
      jobs.complete(job, paint(job), clock.instant());
    } catch (NoAnswerException e) {
      jobs.fail(job, String.valueOf(e.getMessage()), clock.instant());
    } catch (Exception e) {
      giveBack(job, e);
      throw e;
    }
  }

  /** What happened is the news, also when the job cannot be given back: then its time runs out. */
  private void giveBack(Job job, Exception failure) {
    try {
      jobs.fail(job, failure.toString(), clock.instant());
    } catch (LitmusException e) {
      failure.addSuppressed(e);
    }
  }

  private Image paint(Job job) {
    Task task = queue.task(job.queueEntryId());
    return new Image(
        UUID.randomUUID(),
        Optional.of(task.promptId()),
        Painter.MEDIA_TYPE,
        task.size(),
        clock.instant(),
        Painter.paint(task, job.seed()));
  }

  /** The model has failed this time; the next time it may not. */
  static final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
      super(message);
    }
  }
}

package dev.litmus.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.imagegen.Job;
import dev.litmus.examples.imagegen.JobRepository;
import dev.litmus.examples.imagegen.JobStatus;
import dev.litmus.examples.imagegen.NewJob;
import dev.litmus.examples.imagegen.PromptRepository;
import dev.litmus.examples.imagegen.QueueEntry;
import dev.litmus.examples.imagegen.QueueRepository;
import dev.litmus.examples.imagegen.Size;
import dev.litmus.runtime.SqliteDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");

  private final SqliteDatabase imagegen = SqliteDatabase.inMemory("imagegen");
  private final JobRepository jobs = imagegen.repository(JobRepository.class);
  private final UUID entry = UUID.randomUUID();

  @BeforeEach
  void fill() {
    UUID prompt = imagegen.repository(PromptRepository.class).use(UUID.randomUUID(), "a boat", NOW);
    imagegen
        .repository(QueueRepository.class)
        .enqueue(
            new QueueEntry(entry, prompt, Optional.empty(), "clouds", new Size(4, 3), NOW),
            List.of(new NewJob(UUID.randomUUID(), entry, 1, NOW)));
  }

  @AfterEach
  void close() {
    imagegen.close();
  }

  @Test
  void aModelThatDoesNotAnswerIsAskedAgain() throws Exception {
    int taken = worker(job -> {
          if (job.attempts() == 1) {
            throw new Worker.NoAnswerException("the model gave no answer");
          }
        })
        .call();

    assertThat(taken).isEqualTo(2);
    assertThat(jobs.counts()).isEqualTo(Map.of(JobStatus.DONE, 1));
  }

  /** A bug is not hidden, and the job that it met does not stay with a worker that is gone. */
  @Test
  void aBugEndsTheWorkerAndGivesTheJobBack() {
    IllegalStateException bug = new IllegalStateException("a bug");

    assertThatThrownBy(() -> worker(job -> {
              throw bug;
            })
            .call())
        .isSameAs(bug);

    Job job = jobs.ofEntry(entry).get(0);
    assertThat(job.status()).isEqualTo(JobStatus.PENDING);
    assertThat(job.error()).contains("java.lang.IllegalStateException: a bug");
  }

  /** The database is closed: what happened first is what is told. */
  @Test
  void aJobThatCannotBeGivenBackHidesNothing() {
    IllegalStateException bug = new IllegalStateException("a bug");

    assertThatThrownBy(() -> worker(job -> {
              imagegen.close();
              throw bug;
            })
            .call())
        .isSameAs(bug)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
  }

  private Worker worker(Worker.Work work) {
    return new Worker("one", imagegen, Clock.fixed(NOW, ZoneOffset.UTC), work);
  }
}

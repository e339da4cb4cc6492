package dev.litmus.examples.imagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.ConstraintException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Instant LATER = NOW.plusSeconds(9);
  private static final Size SIZE = new Size(4, 3);

  private final SqliteDatabase imagegen = SqliteDatabase.inMemory("imagegen");
  private final QueueRepository queue = imagegen.repository(QueueRepository.class);
  private final JobRepository jobs = imagegen.repository(JobRepository.class);
  private final ImageRepository images = imagegen.repository(ImageRepository.class);
  private final UUID prompt = UUID.randomUUID();
  private final QueueEntry first = entry(1);
  private final QueueEntry second = entry(2);

  @BeforeEach
  void fill() {
    imagegen.repository(PromptRepository.class).use(prompt, "a boat", NOW);
    // The second is put in first: their times say whose turn it is.
    queue.enqueue(second, List.of(job(second, 1)));
    queue.enqueue(first, List.of(job(first, 7)));
  }

  @AfterEach
  void close() {
    imagegen.close();
  }

  @Test
  void theJobThatWaitedLongestIsTakenOnce() {
    Job taken = jobs.claim("one", LATER).orElseThrow();

    assertThat(taken.queueEntryId()).isEqualTo(first.id());
    assertThat(taken)
        .isEqualTo(new Job(
            taken.id(),
            first.id(),
            7,
            JobStatus.RUNNING,
            1,
            3,
            Optional.of("one"),
            Optional.empty(),
            first.createdAt(),
            Optional.of(LATER),
            Optional.empty()));
    assertThat(jobs.claim("two", LATER)).map(Job::queueEntryId).contains(second.id());
    assertThat(jobs.claim("two", LATER)).isEmpty();
    assertThat(jobs.counts()).isEqualTo(Map.of(JobStatus.RUNNING, 2));
  }

  @Test
  void aJobIsDoneWithItsImage() {
    Job taken = jobs.claim("one", NOW).orElseThrow();
    Image image = image(taken);

    jobs.complete(taken, image, LATER);

    assertThat(jobs.counts(first.id())).isEqualTo(Map.of(JobStatus.DONE, 1));
    assertThat(images.content(image.id())).contains(image.content());
    assertThat(queue.progress())
        .containsExactly(
            new EntryProgress(first.id(), "a boat", 1, 1),
            new EntryProgress(second.id(), "a boat", 1, 0));
  }

  /** Names come again: the worker "one" of an application that was started anew is not the one of before. */
  @ParameterizedTest
  @ValueSource(strings = {"one", "two"})
  void aJobThatSomebodyElseHasIsNotDone(String another) {
    Job lost = jobs.claim("one", NOW).orElseThrow();
    jobs.giveBack(LATER, LATER);
    Job taken = jobs.claim(another, LATER).orElseThrow();
    assertThat(taken.id()).isEqualTo(lost.id());

    assertThatThrownBy(() -> jobs.complete(lost, image(lost), LATER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("attempt 1 at job ");
    assertThat(jobs.fail(lost, "late", LATER)).isEmpty();
    jobs.complete(taken, image(taken), LATER);
    assertThat(images.count()).isEqualTo(1);
  }

  /** Its image has the id of another: the job must not be done without it. */
  @Test
  void aJobWithoutItsImageIsNotDone() {
    Job taken = jobs.claim("one", NOW).orElseThrow();
    Image image = image(taken);
    jobs.complete(taken, image, NOW);
    Job next = jobs.claim("one", NOW).orElseThrow();

    assertThatThrownBy(() -> jobs.complete(next, image, LATER))
        .isInstanceOf(ConstraintException.class);

    assertThat(jobs.counts(second.id())).isEqualTo(Map.of(JobStatus.RUNNING, 1));
  }

  @Test
  void aJobFailsAsOftenAsItMay() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      Job taken = jobs.claim("one", LATER).orElseThrow();
      assertThat(taken.queueEntryId()).isEqualTo(first.id());
      assertThat(taken.attempts()).isEqualTo(attempt);
      assertThat(jobs.fail(taken, "no answer", LATER))
          .contains(attempt < 3 ? JobStatus.PENDING : JobStatus.FAILED);
    }

    Job failed = jobs.ofEntry(first.id()).get(0);
    assertThat(failed.error()).contains("no answer");
    assertThat(failed.finishedAt()).contains(LATER);
    assertThat(jobs.claim("one", LATER)).map(Job::queueEntryId).contains(second.id());
  }

  @Test
  void whatBeganTooLongAgoIsGivenBackAndWhatBeganSinceIsNot() {
    jobs.claim("one", NOW);
    jobs.claim("two", LATER);

    assertThat(jobs.giveBack(LATER, LATER)).isEqualTo(1);

    assertThat(jobs.counts(first.id())).isEqualTo(Map.of(JobStatus.PENDING, 1));
    assertThat(jobs.ofEntry(first.id()).get(0).error()).contains("not done in time");
    assertThat(jobs.counts(second.id())).isEqualTo(Map.of(JobStatus.RUNNING, 1));
  }

  @Test
  void clearingKeepsImagesAndWhatIsLeftToDo() {
    Job taken = jobs.claim("one", NOW).orElseThrow();
    Image image = image(taken);
    jobs.complete(taken, image, LATER);

    assertThat(queue.clear()).isEqualTo(1);

    assertThat(queue.findById(first.id())).isEmpty();
    assertThat(queue.findById(second.id())).contains(second);
    assertThat(images.ofPrompt(prompt)).extracting(ImageSummary::id).containsExactly(image.id());
  }

  @Test
  void aWishWithTwoJobsOfOneSeedIsNotQueued() {
    QueueEntry third = entry(3);

    assertThatThrownBy(() -> queue.enqueue(third, List.of(job(third, 1), job(third, 1))))
        .isInstanceOf(BatchException.class);

    assertThat(queue.findById(third.id())).isEmpty();
  }

  private QueueEntry entry(int second) {
    return new QueueEntry(
        UUID.randomUUID(), prompt, Optional.empty(), "clouds", SIZE, NOW.plusSeconds(second));
  }

  private static NewJob job(QueueEntry entry, long seed) {
    return new NewJob(UUID.randomUUID(), entry.id(), seed, entry.createdAt());
  }

  private Image image(Job job) {
    Task task = queue.task(job.queueEntryId());
    assertThat(task).isEqualTo(new Task(prompt, "a boat", "clouds", SIZE));
    return new Image(
        UUID.randomUUID(),
        Optional.of(task.promptId()),
        "image/png",
        task.size(),
        LATER,
        Bytes.ofText("image of " + job.id()));
  }
}

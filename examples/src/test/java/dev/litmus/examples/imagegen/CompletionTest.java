package dev.litmus.examples.imagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPoint;
import dev.litmus.testing.FaultSweep;
import dev.litmus.testing.LitmusExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job is done with its image, whichever statement fails, and however. */
class CompletionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Size SIZE = new Size(4, 3);

  @RegisterExtension
  static final LitmusExtension LITMUS =
      LitmusExtension.builder().rows(CompletionTest::enqueue).build();

  private static void enqueue(Databases databases) {
    UUID prompt = UUID.randomUUID();
    databases.repository(PromptRepository.class).use(prompt, "a boat", NOW);
    QueueEntry wish =
        new QueueEntry(UUID.randomUUID(), prompt, Optional.empty(), "clouds", SIZE, NOW);
    databases
        .repository(QueueRepository.class)
        .enqueue(wish, List.of(new NewJob(UUID.randomUUID(), wish.id(), 7, NOW)));
  }

  private static void work(Databases databases) {
    JobRepository jobs = databases.repository(JobRepository.class);
    Job job = jobs.claim("one", NOW).orElseThrow();
    Image image = new Image(
        UUID.randomUUID(), Optional.empty(), "image/png", SIZE, NOW, Bytes.ofText("a boat"));
    jobs.complete(job, image, NOW);
  }

  @ParameterizedTest
  @EnumSource
  void theyAreBothThereOrNeither(Fault fault, FaultSweep sweep) throws Exception {
    List<FaultPoint> failed = sweep.run(fault, CompletionTest::work, (databases, attempt) -> {
      int images = databases.repository(ImageRepository.class).count();
      int done = databases.repository(JobRepository.class).counts().getOrDefault(JobStatus.DONE, 0);
      assertThat(images).isEqualTo(done);
      if (attempt.succeeded()) {
        assertThat(done).isEqualTo(1);
      }
    });
    assertThat(failed)
        .extracting(FaultPoint::statement)
        .containsExactly(
            "BEGIN IMMEDIATE",
            "JobRepository.claim",
            "COMMIT",
            "BEGIN IMMEDIATE",
            "JobRepository.markDone",
            "JobRepository.insertImage",
            "COMMIT");
  }
}

package dev.litmus.examples;

import dev.litmus.examples.imagegen.EntryProgress;
import dev.litmus.examples.imagegen.ImageRepository;
import dev.litmus.examples.imagegen.Job;
import dev.litmus.examples.imagegen.JobRepository;
import dev.litmus.examples.imagegen.JobStatus;
import dev.litmus.examples.imagegen.NewJob;
import dev.litmus.examples.imagegen.PromptRepository;
import dev.litmus.examples.imagegen.QueueEntry;
import dev.litmus.examples.imagegen.QueueRepository;
import dev.litmus.examples.imagegen.Size;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** An image queue: two workers, each a thread, take its jobs and end them, and one job fails before it is done. */
final class QueuePart {

  private static final List<String> PROMPTS =
      List.of("a lighthouse in the rain", "a harbour at dawn", "a boat on a calm sea");
  private static final int IMAGES_EACH = 4;
  private static final Size SIZE = new Size(64, 48);
  /** How long an attempt may take: far longer than any does. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final int PATIENCE_SECONDS = 10;

  private final Terminal terminal;
  private final Clock clock;
  private final SqliteDatabase imagegen;
  private final PromptRepository prompts;
  private final QueueRepository queue;
  private final JobRepository jobs;
  private final ImageRepository images;

  QueuePart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.imagegen = databases.get("imagegen");
    this.prompts = databases.repository(PromptRepository.class);
    this.queue = databases.repository(QueueRepository.class);
    this.jobs = databases.repository(JobRepository.class);
    this.images = databases.repository(ImageRepository.class);
  }

  void run() {
    terminal.title("An image queue: two threads take its jobs, and one job fails at first");
    int late = jobs.giveBack(clock.instant().minus(LEASE), clock.instant());
    if (late > 0) {
      terminal.line("given back %d jobs that an earlier run had begun", late);
    }
    Instant now = clock.instant();
    for (int i = 0; i < PROMPTS.size(); i++) {
      // A millisecond apart, so that it is clear who came first.
      enqueue(PROMPTS.get(i), now.plusMillis(i));
    }
    terminal.line("asked for  %d prompts; jobs: %s", PROMPTS.size(), counts());
    work();
    queue.progress().forEach(this::report);
    int cleared = queue.clear();
    terminal.line(
        "cleared    %d prompts are off the queue; %,d images stay", cleared, images.count());
  }

  private void enqueue(String prompt, Instant now) {
    QueueEntry entry = new QueueEntry(
        UUID.randomUUID(),
        prompts.use(UUID.randomUUID(), prompt, now),
        Optional.empty(),
        "clouds",
        SIZE,
        now);
    List<NewJob> all = LongStream.rangeClosed(1, IMAGES_EACH)
        .mapToObj(seed -> new NewJob(UUID.randomUUID(), entry.id(), seed, entry.createdAt()))
        .toList();
    queue.enqueue(entry, all);
  }

  private void work() {
    Stopwatch watch = new Stopwatch();
    int before = images.count();
    List<Integer> taken = runWorkers(List.of("one", "two"));
    terminal.line(
        "workers    one took %d jobs, two took %d, in %s", taken.get(0), taken.get(1), watch);
    terminal.line("jobs       %s; new images: %d", counts(), images.count() - before);
  }

  private List<Integer> runWorkers(List<String> names) {
    // Each waits with its first job until the other has one too: fast as one may be, both have a
    // part.
    CyclicBarrier together = new CyclicBarrier(names.size());
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    try {
      List<Future<Integer>> working = new ArrayList<>();
      for (String name : names) {
        AtomicBoolean began = new AtomicBoolean();
        working.add(threads.submit(new Worker(name, imagegen, clock, job -> {
          if (!began.getAndSet(true)) {
            together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
          } else if (!failed.getAndSet(true)) {
            throw new Worker.NoAnswerException("the model gave no answer");
          }
        })));
      }
      List<Integer> taken = new ArrayList<>();
      for (Future<Integer> worker : working) {
        taken.add(worker.get());
      }
      return taken;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the workers were busy", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void report(EntryProgress entry) {
    List<Job> again =
        jobs.ofEntry(entry.id()).stream().filter(job -> job.attempts() > 1).toList();
    String note = again.isEmpty() ? "" : ", one of them at its second attempt";
    terminal.line("           %d of %d %s%s", entry.done(), entry.jobs(), entry.prompt(), note);
  }

  private String counts() {
    return Terminal.counts(jobs.counts(), JobStatus::code);
  }
}

import app.NoteRepository;
import app.SampleFilter;
import app.SampleRepository;
import app.UnsureRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

public class Check {

  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.250Z");

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      SampleRepository samples = databases.repository(SampleRepository.class);
      databases.get("lab").transaction(() -> {
        samples.insert(1, "one", 0.1, false, NOON);
        samples.insert(2, "two", -0.0, true, NOON.plusMillis(1));
        samples.insert(3, "it's \"three\" \\ \0 🧪", Double.POSITIVE_INFINITY, false, null);
        samples.insert(Long.MAX_VALUE, "", null, true, Instant.EPOCH);
      });
      reads(samples);
      sizes(samples);
      refusals(samples);
      unsure(databases.repository(UnsureRepository.class));
      writes(samples);
      notes(databases.repository(NoteRepository.class));
    }
  }

  private static void reads(SampleRepository samples) {
    same(samples.in(List.of(3L, 1L, 3L, 99L)), List.of(1L, 3L));
    same(samples.in(Set.of(Long.MAX_VALUE)), List.of(Long.MAX_VALUE));
    same(samples.countNotIn(List.of(1L, 2L)), 2);
    same(samples.named(List.of("ONE", "it's \"three\" \\ \0 🧪")), List.of(1L, 3L));
    same(samples.named(List.of("it's \"three\" \\ ")), List.of());
    same(samples.named(List.of("")), List.of(Long.MAX_VALUE));
    same(samples.weighing(Set.of(0.1, 0.0)), List.of(1L, 2L));
    same(samples.weighing(Set.of(Double.POSITIVE_INFINITY)), List.of(3L));
    same(samples.withAny(List.of(0.1)), List.of(1L));
    same(samples.countInStates(Set.of(true)), 2);
    same(samples.countInStates(Set.of(true, false)), 4);
    same(samples.takenAt(List.of(NOON, Instant.EPOCH)), List.of(1L, Long.MAX_VALUE));
    same(samples.inOrBefore(Set.of(2, 99), 0, 9), List.of(1L, 2L));
    same(samples.inOrBefore(Set.of(2, 99), 1, 9), List.of(2L));
    same(
        samples.matching(new SampleFilter(Set.of(2), new SampleFilter.Names(List.of("One")))),
        List.of(1L, 2L));
    same(samples.contains(2, List.of(1L, 2L)), true);
    same(samples.contains(2, List.of()), false);
  }

  /** One statement, whatever the size. */
  private static void sizes(SampleRepository samples) {
    List<Long> many = LongStream.range(2, 10_002).boxed().toList();
    for (int round = 0; round < 2; round++) {
      same(samples.in(List.of()), List.of());
      same(samples.countNotIn(List.of()), 4);
      same(samples.in(List.of(2L)), List.of(2L));
      same(samples.countNotIn(List.of(2L)), 3);
      same(samples.in(many), List.of(2L, 3L));
      same(samples.countNotIn(many), 2);
      same(samples.matching(new SampleFilter(Set.of(), new SampleFilter.Names(List.of()))), List.of());
    }
  }

  private static void unsure(UnsureRepository unsure) {
    same(unsure.concatenated(List.of("1!", "2")), List.of("one"));
    same(unsure.renamed(List.of("two")), List.of("two"));
    same(unsure.hidden(List.of("x", "y")), List.of("x"));
    same(unsure.correlated(List.of("x")), Arrays.asList(null, null, null, null));
    same(unsure.elements(List.of("x")), List.of("a"));
  }

  private static void refusals(SampleRepository samples) {
    refused(
        () -> samples.in(Arrays.asList(1L, null)),
        "database `lab`, SampleRepository.in: `ids`, index 1: an element is null,");
    refused(
        () -> samples.in(null), "database `lab`, SampleRepository.in: the collection `ids` is null.");
    refused(
        () -> samples.matching(
            new SampleFilter(Set.of(1), new SampleFilter.Names(Arrays.asList((String) null)))),
        "database `lab`, SampleRepository.matching: `filter.names.wanted`, index 0: ");
    refused(() -> samples.weighing(Set.of(Double.NaN)), "`weights`, index 0: an element is NaN");
    same(samples.in(List.of(1L)), List.of(1L));
  }

  private static void writes(SampleRepository samples) {
    same(samples.markAll(true, List.of(1L, 2L, 99L)), 2);
    same(samples.markAll(true, List.of()), 0);
    same(samples.countInStates(Set.of(false)), 1);
    same(samples.deleteNamed(List.of("one", "two", "three")), List.of(1L, 2L));
    same(samples.countNotIn(List.of()), 2);
    same(samples.reset(Set.of(3), Set.of("it", "")), List.of(true));
  }

  private static void notes(NoteRepository notes) {
    List<String> keys = List.of("1", "01", "1.0", "a");
    keys.forEach(key -> notes.insert(key, "note " + key));
    same(notes.count(keys, List.of("1", "b")), 3);
    same(notes.count(Set.of("a", "b"), List.of()), 1);
    same(notes.count(List.of(), keys), 0);
    same(
        notes.texts(new NoteRepository.Selection(List.of("a", "note 1"), List.of("note 1"))),
        List.of("note 1", "note a"));
    same(notes.delete(List.of("a"), List.of("note 1")), true);
    same(notes.count(keys, List.of()), 2);
    same(notes.delete(List.of(), List.of()), false);
  }

  private static void refused(Runnable call, String message) {
    try {
      call.run();
    } catch (ValueException e) {
      if (e.getMessage().contains(message)) {
        return;
      }
      throw new AssertionError("expected " + message + " in " + e.getMessage(), e);
    }
    throw new AssertionError("not refused: " + message);
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

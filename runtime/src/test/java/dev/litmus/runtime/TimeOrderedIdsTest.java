package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final long MILLIS = 1_645_557_742_000L;

  /** The example of RFC 9562, A.6. */
  @Test
  void aUuidIsLaidOutAsTheStandardHasIt() {
    long[] bits = {0x4C3, 0x18C4DC0C0C07398FL << 2};
    int[] next = {0};
    TimeOrderedIds ids = new TimeOrderedIds(() -> MILLIS, () -> bits[next[0]++]);
    assertThat(ids.nextUuid()).hasToString("017f22e2-79b0-74c3-98c4-dc0c0c07398f");
  }

  @Test
  void aUlidBeginsWithItsTime() {
    // The first ten characters of the ULID of this time are known from its specification's tools.
    String ulid = new TimeOrderedIds(() -> 1_469_918_176_385L, () -> 0).nextUlid();
    assertThat(ulid).isEqualTo("01ARYZ6S410000000000000000");
    String last = new TimeOrderedIds(() -> (1L << 48) - 1, () -> -1).nextUlid();
    assertThat(last).startsWith("7ZZZZZZZZZ").endsWith("ZZZZZZZZZZZZZ");
  }

  @Test
  void theyAscendWhateverTheClockDoes() {
    Random random = new Random(11);
    long[] time = {MILLIS};
    LongSupplier clock = () -> {
      time[0] += random.nextInt(10) == 0 ? random.nextInt(2_000) - 1_000 : 0;
      return time[0];
    };
    TimeOrderedIds ids = new TimeOrderedIds(clock, random::nextLong);
    String before = "";
    for (int i = 0; i < 100_000; i++) {
      UUID id = ids.nextUuid();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.toString()).isGreaterThan(before);
      before = id.toString();
    }
    before = "";
    for (int i = 0; i < 100_000; i++) {
      String id = ids.nextUlid();
      assertThat(id).hasSize(26).isGreaterThan(before);
      before = id;
    }
  }

  @Test
  void threadsMakeDifferentOnesEachInOrder() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<List<String>> task =
        () -> Stream.generate(TimeOrderedIds::text).limit(20_000).toList();
    Set<String> all = new HashSet<>();
    List<Future<List<String>>> made =
        new ArrayList<>(threads.invokeAll(List.of(task, task, task, task)));
    for (Future<List<String>> one : made) {
      assertThat(one.get()).isSorted();
      all.addAll(one.get());
    }
    threads.shutdown();
    assertThat(all).hasSize(80_000);
    assertThat(TimeOrderedIds.ulid()).matches("[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(UUID.fromString(TimeOrderedIds.text()).compareTo(TimeOrderedIds.uuid()))
        .isNegative();
  }
}

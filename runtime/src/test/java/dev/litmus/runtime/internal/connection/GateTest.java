package dev.litmus.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.internal.connection.Gate.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class GateTest {

  private static final Duration LONG = Duration.ofSeconds(5);

  @Test
  void permitsGoToTheLongestWaiter() throws Exception {
    Gate gate = new Gate(1);
    assertThat(gate.enter(LONG)).isEqualTo(Outcome.ENTERED);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Thread> waiters = new ArrayList<>();
    CountDownLatch seen = new CountDownLatch(1);
    for (int i = 0; i < 5; i++) {
      int number = i;
      Thread waiter = new Thread(() -> {
        assertThat(gate.enter(LONG)).isEqualTo(Outcome.ENTERED);
        order.add(number);
        awaitUnchecked(seen);
        gate.leave(Thread.currentThread());
      });
      waiters.add(waiter);
      waiter.start();
      while (waiter.getState() != Thread.State.TIMED_WAITING) {
        Thread.sleep(1);
      }
    }
    gate.leave(Thread.currentThread());
    // The permit is the first waiter's already: nobody can overtake.
    assertThat(gate.holders()).containsExactly(waiters.get(0));
    seen.countDown();
    for (Thread waiter : waiters) {
      waiter.join();
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
    assertThat(gate.holders()).isEmpty();
    assertThat(Gate.describe(gate.holders())).isEqualTo("nobody");
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void waitingEndsInTimeAndLeavesNoTrace() {
    Gate gate = new Gate(1);
    assertThat(gate.enter(LONG)).isEqualTo(Outcome.ENTERED);
    assertThat(gate.enter(Duration.ofMillis(20))).isEqualTo(Outcome.TIMED_OUT);
    gate.leave(Thread.currentThread());
    assertThat(gate.enter(Duration.ZERO)).isEqualTo(Outcome.ENTERED);
  }

  @Test
  void aClosedGateLetsNobodyIn() {
    Gate gate = new Gate(1);
    gate.close();
    assertThat(gate.enter(LONG)).isEqualTo(Outcome.CLOSED);
  }
}

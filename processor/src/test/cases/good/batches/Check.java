import app.Customer;
import app.CustomerRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      CustomerRepository customers = databases.repository(CustomerRepository.class);
      same(customers.addAll(List.of(customer("a"), customer("b")), "now"), 2);
      same(customers.addAll(List.of(), "now"), 0);
      BatchException whole = failure(
          () -> customers.addAll(List.of(customer("c"), customer("a")), "now"));
      same(whole.item().getAsLong(), 1L);
      same(whole.itemsKept(), 0L);
      same(whole.getCause().getClass(), ConstraintException.class);
      same(customers.ids(), List.of("a", "b"));
      BatchException chunks = failure(() -> customers.addInChunks(
          List.of(customer("c"), customer("d"), customer("e"), customer("a"))));
      same(chunks.item().getAsLong(), 3L);
      same(chunks.itemsKept(), 2L);
      same(customers.ids(), List.of("a", "b", "c", "d"));
      same(customers.upsertAll(List.of(customer("a"), customer("e"))), List.of(1L, 5L));
      BatchException missing = failure(
          () -> customers.addAll(Arrays.asList(customer("x"), null), "now"));
      same(missing.item().getAsLong(), 1L);
      same(missing.getCause().getClass(), ValueException.class);
      same(customers.fill(Arrays.asList(null, "m@example.com")), 10L);
      same(customers.deleteAll(Set.of("a", "z")), true);
      same(customers.deleteAll(Set.of("y", "z")), false);
      same(customers.ids(), List.of("b", "c", "d", "e"));
    }
  }

  private static Customer customer(String id) {
    return new Customer(id, id, null);
  }

  private static BatchException failure(Runnable batch) {
    try {
      batch.run();
    } catch (BatchException e) {
      return e;
    }
    throw new AssertionError("no failure");
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

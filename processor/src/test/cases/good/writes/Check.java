import app.Order;
import app.OrderRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.NonUniqueRowException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      OrderRepository orders = databases.repository(OrderRepository.class);
      orders.saveCustomer("ann", "An", null, NOON);
      orders.saveCustomer("ann", "Ann", "ann@example.org", NOON);
      same(orders.customerName("ann"), "Ann");
      changesAreCounted(orders);
      rowsAreReturned(orders);
      aRefusedRowUndoesTheChange(orders);
    }
  }

  private static void changesAreCounted(OrderRepository orders) {
    same(orders.insert(new Order(1, "ann", NOON, 10)), 1);
    same(orders.insert(new Order(2, "ann", NOON, 20)), 1);
    same(orders.raise("ann", 2), 2L);
    same(orders.raise("eve", 2), 0L);
    same(orders.delete(1), true);
    same(orders.delete(1), false);
    orders.replace(2, "ann", NOON);
    same(orders.deleteSmall(1), 1);
    same(orders.count(), 0);
  }

  private static void rowsAreReturned(OrderRepository orders) {
    Order placed = orders.place("ann", NOON, 12.5);
    same(placed, new Order(placed.id(), "ann", NOON, 12.5));
    same(orders.setTotal(placed.id(), 13), Optional.of(13.0));
    same(orders.setTotal(99, 13), Optional.empty());
    same(orders.setOnlyTotal("ann", 14), new Order(placed.id(), "ann", NOON, 14));
    same(orders.setOnlyTotal("eve", 14), null);
    Order other = orders.place("ann", NOON, 1);
    same(orders.deleteOf("ann"), List.of(placed.id(), other.id()));
    same(orders.deleteOf("ann"), List.of());
    same(orders.count(), 0);
  }

  /** Two rows where one is promised: the caller learns of it, and nothing has changed. */
  private static void aRefusedRowUndoesTheChange(OrderRepository orders) {
    orders.place("ann", NOON, 1);
    orders.place("ann", NOON, 2);
    try {
      orders.setOnlyTotal("ann", 99);
      throw new AssertionError("two rows became one");
    } catch (NonUniqueRowException e) {
      same(orders.deleteSmall(50), 2);
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

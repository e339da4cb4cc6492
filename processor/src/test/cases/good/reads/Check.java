import app.CustomerTotal;
import app.Order;
import app.OrderRepository;
import app.Seed;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
  private static final Order FIRST = new Order(1, "ann", MONDAY, 10);
  private static final Order SECOND = new Order(2, "ann", TUESDAY, 20.5);
  private static final Order THIRD = new Order(3, "bob", TUESDAY, 5);

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Seed seed = databases.repository(Seed.class);
      seed.customer("ann", "Ann", "ann@example.org", MONDAY);
      seed.customer("bob", "Bob", null, MONDAY);
      for (Order order : List.of(FIRST, SECOND, THIRD)) {
        seed.order(order.id(), order.customerId(), order.placedAt(), order.total());
      }
      OrderRepository orders = databases.repository(OrderRepository.class);
      oneRow(orders);
      manyRows(orders);
      shapesOfStatements(orders);
    }
  }

  private static void oneRow(OrderRepository orders) {
    same(orders.get(1), FIRST);
    refused(NoRowException.class, () -> orders.get(9), "OrderRepository.get");
    same(orders.find(2), Optional.of(SECOND));
    same(orders.find(9), Optional.empty());
    same(orders.only("bob"), THIRD);
    same(orders.only("eve"), null);
    refused(NonUniqueRowException.class, () -> orders.only("ann"), "OrderRepository.only");
    same(orders.count(), 3L);
    same(orders.email("ann"), Optional.of("ann@example.org"));
    same(orders.email("bob"), Optional.empty());
    same(orders.emailOrNull("bob"), null);
    same(orders.emailOrNull("eve"), null);
  }

  private static void manyRows(OrderRepository orders) {
    same(orders.ofCustomer("ann", MONDAY), List.of(FIRST, SECOND));
    same(orders.ofCustomer("ann", TUESDAY), List.of(SECOND));
    same(orders.ofCustomer("eve", MONDAY), List.of());
    same(orders.totals(), List.of(10.0, 20.5, 5.0));
  }

  private static void shapesOfStatements(OrderRepository orders) {
    same(
        orders.perCustomer(),
        List.of(new CustomerTotal("ann", "Ann", 2, 30.5), new CustomerTotal("bob", "Bob", 1, 5)));
    same(orders.largest(1), List.of(2L, 3L));
    same(orders.echo("a", "b"), List.of("a", "b", "a"));
    same(orders.over(7), List.of(1L, 2L, 7L));
    same(orders.labels("!"), List.of("Ann!", "Bob!", "ann!", "bob!"));
  }

  private static void refused(Class<? extends LitmusException> type, Runnable read, String statement) {
    try {
      read.run();
    } catch (LitmusException e) {
      same(e.getClass(), type);
      if (!e.getMessage().contains(statement)) {
        throw new AssertionError("does not name " + statement, e);
      }
      return;
    }
    throw new AssertionError("expected " + type);
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

import app.Order;
import app.OrderRepository;
import app.Seed;
import app.Shop;
import app.Shop_CustomersImpl;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Seed seed = databases.repository(Seed.class);
      seed.customer("ann", "Ann", null, Instant.EPOCH);
      seed.order(1, "ann", Instant.EPOCH, 2);
      seed.order(2, "ann", Instant.EPOCH, 3);
      Order first = new Order(1, "ann", Instant.EPOCH, 2);
      Order second = new Order(2, "ann", Instant.EPOCH, 3);

      OrderRepository orders = databases.repository(OrderRepository.class);
      same(orders.find(1L), Optional.of(first));
      same(orders.from(0L), List.of(second, first));
      same(orders.find("ann"), List.of(first, second));
      same(orders.find("ann", 2.5), List.of(second));
      same(orders.count(), 2L);
      same(orders.sum(), 5.0);
      same(orders.exists(2), true);
      same(orders.exists(3), false);

      List<Shop.Customers.Customer> ann = List.of(new Shop.Customers.Customer("ann", "Ann"));
      same(databases.repository(Shop.Customers.class).all(), ann);
      same(new Shop_CustomersImpl(databases.get("shop")).all(), ann);
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

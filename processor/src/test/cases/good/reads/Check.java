import app.Orders;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;

public final class Check {
  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Orders orders = databases.repository(Orders.class);
      orders.addCustomer("Ada", null);
      long id = orders.insert(new Orders.Order(0, 1, Instant.parse("2026-01-02T03:04:05.678Z"), 42));
      if (orders.findById(id).orElseThrow().total() != 42) throw new AssertionError();
      if (orders.findByCustomer(1, 1).size() != 1) throw new AssertionError();
      if (orders.count() != 1) throw new AssertionError();
      if (!orders.delete(id)) throw new AssertionError();
    }
  }
}

import app.OrderRepository;
import app.OrderRepository.Item;
import app.OrderRepository.Part;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      OrderRepository orders = databases.repository(OrderRepository.class);
      orders.add("a", "Ann");
      same(orders.name("a"), Optional.of("Ann"));
      same(orders.others("b"), 1L);
      try {
        orders.addAll(List.of(new Item(1, new Part("x")), new Item(2, null)));
        throw new AssertionError("not refused");
      } catch (BatchException e) {
        same(e.item().getAsLong(), 1L);
        same(e.getCause().getClass(), ValueException.class);
      }
      same(orders.others("b"), 1L);
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

import app.Order;
import app.OrderRepository;
import app.OrderRepositoryImpl;
import app.Places;
import app.Places_InRecord_RepositoryImpl;
import app.Places_RepositoryImpl;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  public static void run(Path directory) throws Exception {
    try (Databases databases = Databases.open(directory)) {
      SqliteDatabase shop = databases.get("shop");
      databases.repository(Customers.class).insert();
      OrderRepository orders = new OrderRepositoryImpl(shop);
      Order one = new Order(1, 2.0);
      Order two = new Order(2, 3.0);
      orders.insert(one);
      orders.insert(two);

      same(orders.byKey(1L), Optional.of(one));
      same(orders.require(2L), two);
      same(orders.all(), List.of(one, two));
      same(orders.find(2L), Optional.of(two));
      same(orders.find(3L), Optional.empty());
      same(orders.countFrom(2.5), 1L);
      same(orders.above(2.5), List.of(two));
      same(orders.any().size(), 1);
      same(orders.sample(5).size(), 2);
      same(orders.totals(), List.of(2.0, 3.0));
      same(orders.count(1, 2.0, "x", "x", 7, 7), 1);
      same(orders.count(2), 1L);
      same(orders.length((byte) 1, (byte) 2), 2);
      same(databases.repository(Unnamed.class).rows().size(), 2);
      orders.replace(two);
      same(orders.all(), List.of(two));
      same(orders.delete(2L), 1);

      same(databases.repository(Places.Repository.class).number(), 1);
      same(new Places_RepositoryImpl(shop).number(), 1);
      same(new Places_InRecord_RepositoryImpl(shop).number(), 2);
      same(Places.protectedNumber(shop), 3);
      same(databases.repository(Places.Sealed.class).number(), 4);
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}

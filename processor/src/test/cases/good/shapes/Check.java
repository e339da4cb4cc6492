import app.Customer;
import app.Line;
import app.OrderRepository;
import app.OrderRepository.Amount;
import app.OrderRepository.Deep;
import app.OrderRepository.Flat;
import app.OrderRepository.Placed;
import app.OrderRepository.PlacedPerhaps;
import app.OrderRepository.Sum;
import app.Seed;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.DuplicateKeyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

public class Check {

  private static final Customer ANN = new Customer("ann", "Ann");
  private static final Customer BOB = new Customer("bob", "Bob");

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Seed seed = databases.repository(Seed.class);
      seed.customer("ann", "Ann", true);
      seed.customer("bob", "Bob", false);
      seed.order(1, "ann", 10);
      seed.order(2, "bob", 20);
      seed.order(3, "ann", 30);
      seed.line(1, "pen", 5);
      seed.line(2, "ink", null);
      OrderRepository orders = databases.repository(OrderRepository.class);
      objects(orders);
      containers(orders);
      streams(databases.get("shop"), orders);
      receivers(orders);
    }
  }

  private static void objects(OrderRepository orders) {
    same(orders.placed(), List.of(new Placed(1, ANN), new Placed(2, null), new Placed(3, ANN)));
    same(
        orders.placedPerhaps(),
        List.of(
            new PlacedPerhaps(1, Optional.of(ANN)),
            new PlacedPerhaps(2, Optional.empty()),
            new PlacedPerhaps(3, Optional.of(ANN))));
    same(orders.deep(2), new Deep(new Placed(2, BOB), "x"));
    same(orders.flat(2), new Flat(2, BOB, new Amount(20)));
    same(orders.sum(3), new Sum("ann", 30));
    same(orders.lines(), List.of(new Line(1, "pen", 5), new Line(1, "ink", null)));
    same(orders.shortLines(), List.of(new Line(1, "pen"), new Line(1, "ink")));
  }

  private static void containers(OrderRepository orders) {
    same(orders.customers(), Map.of("ann", ANN, "bob", BOB));
    same(List.copyOf(orders.customers().keySet()), List.of("bob", "ann"));
    same(orders.counts(), Map.of("ann", 2L, "bob", 1L));
    refused(DuplicateKeyException.class, () -> orders.notUnique(), "OrderRepository.notUnique");
    same(List.copyOf(orders.buyers()), List.of("ann", "bob"));
    same(orders.newest(15), OptionalLong.of(3));
    same(orders.newest(99), OptionalLong.empty());
    same(orders.total(1), OptionalDouble.of(10));
    same(orders.total(9), OptionalDouble.empty());
  }

  private static void streams(SqliteDatabase shop, OrderRepository orders) {
    refused(TransactionException.class, () -> orders.stream(), "OrderRepository.stream");
    shop.transaction(() -> {
      same(orders.stream().map(Customer::name).toList(), List.of("Ann", "Bob"));
      same(orders.ids(15).toList(), List.of(2L, 3L));
      same(orders.ids(15).findFirst(), Optional.of(2L));
    });
  }

  private static void receivers(OrderRepository orders) {
    List<Object> received = new ArrayList<>();
    orders.each(received::add);
    same(received, List.of(ANN, BOB));
    received.clear();
    same(orders.raise(1, received::add), 3L);
    same(received, List.of(1L, 2L, 3L));
    try {
      orders.raise(1, id -> {
        throw new IllegalStateException("no");
      });
    } catch (IllegalStateException e) {
      same(orders.total(1), OptionalDouble.of(11));
    }
    same(
        orders.collect(Collectors.groupingBy(Customer::name, Collectors.counting())),
        Map.of("Ann", 1L, "Bob", 1L));
    same(orders.sum(Collectors.summingDouble(total -> total), 2), 52.0);
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

package app;

import dev.litmus.annotations.Column;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Embedded;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;

@Database("shop")
public interface OrderRepository {

  record Placed(long id, Customer customer) {}

  record PlacedPerhaps(long id, Optional<Customer> customer) {}

  record Sum(@Column("customer_id") String who, double total) {}

  record Flat(long id, @Embedded(prefix = "c_") Customer customer, @Embedded Amount amount) {}

  record Amount(double total) {}

  record Deep(Placed placed, String note) {}

  @Query("""
      SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
      FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id
      """)
  List<Placed> placed();

  @Query("""
      SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
      FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id
      """)
  List<PlacedPerhaps> placedPerhaps();

  @Query("""
      SELECT o.id AS "placed.id", c.id AS "placed.customer.id", c.name AS "placed.customer.name",
        'x' AS note
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = :id
      """)
  Deep deep(long id);

  @Query("""
      SELECT o.id, c.id AS c_id, c.name AS C_Name, total
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = :id
      """)
  Flat flat(long id);

  @Query("SELECT customer_id, total FROM orders WHERE id = :id")
  Sum sum(long id);

  @Query("SELECT order_id, product, percent FROM order_lines ORDER BY line")
  List<Line> lines();

  @Query("SELECT order_id, product FROM order_lines ORDER BY line")
  List<Line> shortLines();

  @Query("SELECT id, name FROM customers ORDER BY name DESC")
  @Key("ID")
  Map<String, Customer> customers();

  @Query("SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id ORDER BY n DESC")
  @Key("customer_id")
  Map<String, Long> counts();

  @Query("SELECT customer_id, id FROM orders")
  @Key("customer_id")
  Map<String, Long> notUnique();

  @Query("SELECT customer_id FROM orders ORDER BY id DESC")
  Set<String> buyers();

  @Query("SELECT max(id) FROM orders WHERE total >= :least")
  OptionalLong newest(double least);

  @Query("SELECT total FROM orders WHERE id = :id")
  OptionalDouble total(long id);

  @Query("SELECT id, name FROM customers ORDER BY id")
  Stream<Customer> stream();

  @Query("SELECT id FROM orders WHERE total >= :row ORDER BY id")
  Stream<Long> ids(double row);

  @Query("SELECT id, name FROM customers ORDER BY id")
  void each(Consumer<? super Customer> receiver);

  @Query("UPDATE orders SET total = total + :more RETURNING id")
  long raise(double more, Consumer<Long> receiver);

  @Query("SELECT id, name FROM customers ORDER BY id")
  <R> R collect(Collector<? super Customer, ?, R> collector);

  @Query("SELECT total FROM orders WHERE id >= :least")
  Double sum(Collector<Double, ?, Double> collector, long least);
}

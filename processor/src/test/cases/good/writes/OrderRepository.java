package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  @Query("""
      INSERT INTO customers (id, name, email, created_at)
      VALUES (:id, :name, :email, :createdAt)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email""")
  void saveCustomer(String id, String name, String email, Instant createdAt);

  @Query("""
      INSERT INTO orders (id, customer_id, placed_at, total)
      VALUES (:order.id, :order.customerId, :order.placedAt, :order.total)""")
  int insert(Order order);

  @Query("UPDATE orders SET total = total * :factor WHERE customer_id = :customerId")
  long raise(String customerId, double factor);

  @Query("DELETE FROM orders WHERE id = :id")
  boolean delete(long id);

  @Query("REPLACE INTO orders (id, customer_id, placed_at) VALUES (:id, :customerId, :placedAt)")
  void replace(long id, String customerId, Instant placedAt);

  @Query("""
      INSERT INTO orders (customer_id, placed_at, total)
      VALUES (:customerId, :placedAt, :total)
      RETURNING *""")
  Order place(String customerId, Instant placedAt, double total);

  @Query("UPDATE orders SET total = :total WHERE id = :id RETURNING total")
  Optional<Double> setTotal(long id, double total);

  @AtMostOne("not true: the check when it runs stays")
  @Query("UPDATE orders SET total = :total WHERE customer_id = :customerId RETURNING total, id, placed_at, customer_id")
  @Nullable Order setOnlyTotal(String customerId, double total);

  @Query("DELETE FROM orders WHERE customer_id = :customerId RETURNING id")
  List<Long> deleteOf(String customerId);

  @Query("""
      WITH small AS (SELECT id FROM orders WHERE total < :limit)
      DELETE FROM orders WHERE id IN (SELECT id FROM small)""")
  int deleteSmall(double limit);

  @Query("SELECT count(*) FROM orders")
  int count();

  @Query("SELECT name FROM customers WHERE id = :id")
  String customerName(String id);
}

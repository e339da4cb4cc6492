package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface Orders {

  record Order(long id, long customerId, Instant placedAt, long total) {}

  @Query("SELECT * FROM orders WHERE id = :id")
  Optional<Order> findById(long id);

  @Query("""
      SELECT id, customer_id, placed_at, total
      FROM orders
      WHERE customer_id = :customerId AND total >= :minimum
      ORDER BY placed_at""")
  List<Order> findByCustomer(long customerId, long minimum);

  @Query("SELECT count(*) FROM orders")
  int count();

  @Query("INSERT INTO orders (customer_id, placed_at, total) VALUES (:order.customerId, :order.placedAt, :order.total) RETURNING id")
  long insert(Order order);

  @Query("INSERT INTO customers (name, email) VALUES (:name, :email)")
  void addCustomer(String name, String email);

  @Query("DELETE FROM orders WHERE id = :id")
  boolean delete(long id);
}

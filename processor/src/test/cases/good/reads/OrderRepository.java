package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT * FROM orders WHERE id = :id")
  Order get(long id);

  @Query("SELECT id, customer_id, placed_at, total FROM orders WHERE id = :id")
  Optional<Order> find(long id);

  @AtMostOne("not true: the check when it runs stays")
  @Query("SELECT total, placed_at, customer_id, id FROM orders WHERE customer_id = :customerId")
  @Nullable Order only(String customerId);

  @Query("""
      SELECT *
      FROM orders
      WHERE customer_id = :customerId AND placed_at >= :from
      ORDER BY placed_at, id
      """)
  List<Order> ofCustomer(String customerId, Instant from);

  @Query("SELECT count(*) FROM orders")
  long count();

  @Query("SELECT email FROM customers WHERE id = :id")
  Optional<String> email(String id);

  @Query("SELECT email FROM customers WHERE id = :id")
  @Nullable String emailOrNull(String id);

  @Query("SELECT total FROM orders ORDER BY id")
  List<Double> totals();

  @Query("SELECT * FROM customer_totals ORDER BY name")
  List<CustomerTotal> perCustomer();

  @Query("""
      WITH ranked AS (
        SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY total DESC) AS place
        FROM orders
      )
      SELECT id FROM ranked WHERE place <= :count ORDER BY customer_id, place""")
  List<Long> largest(int count);

  @Query("VALUES (:first), (:second), (:first)")
  List<String> echo(String first, String second);

  @Query("""
      SELECT id FROM orders WHERE total > $limit
      UNION ALL
      SELECT @limit
      ORDER BY 1""")
  List<Long> over(double limit);

  @Query("""
      SELECT customer_id || :suffix FROM orders
      UNION
      SELECT name || :suffix FROM customers
      ORDER BY customer_id || :suffix""")
  List<String> labels(String suffix);
}

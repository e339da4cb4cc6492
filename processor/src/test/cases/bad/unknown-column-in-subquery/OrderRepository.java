package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column ordr_id
  @Query("SELECT id FROM orders WHERE id IN (SELECT ordr_id FROM order_lines WHERE product = :product)")
  List<Long> withProduct(String product);

  // expect sql/unknown-column sum
  @Query("""
      WITH spent AS (SELECT customer_id, sum(total) AS amount FROM orders GROUP BY customer_id)
      SELECT s.sum FROM spent s WHERE s.customer_id = :customerId""")
  Optional<Double> spent(String customerId);

  // expect sql/unknown-column o
  @Query("SELECT l.line FROM orders o, (SELECT line FROM order_lines WHERE order_id = o.id) l")
  List<Long> lines();

  // expect sql/unknown-column totl
  @Query("WITH spent AS (SELECT totl FROM orders) SELECT total FROM spent")
  List<Double> totals();

  // expect sql/unknown-column archive
  @Query("SELECT archive.orders.total FROM orders")
  List<Double> archived();
}

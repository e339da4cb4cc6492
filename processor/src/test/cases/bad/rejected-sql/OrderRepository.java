package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/rejected-sql 3
  @Query("SELECT id, total FROM orders ORDER BY 3")
  List<Long> third();

  // expect sql/rejected-sql german
  @Query("SELECT id FROM orders ORDER BY customer_id COLLATE german")
  List<Long> sorted();

  // expect sql/rejected-sql by_total
  @Query("SELECT id FROM orders INDEXED BY by_total")
  List<Long> indexed();

  // expect sql/rejected-sql SELECT 1, 2
  @Query("SELECT id FROM orders UNION SELECT 1, 2")
  List<Long> union();

  // expect sql/rejected-sql (SELECT 1, 2)
  @Query("SELECT id FROM orders WHERE total = (SELECT 1, 2)")
  List<Long> compared();

  // expect sql/rejected-sql product
  @Query("SELECT count(*) FROM orders JOIN order_lines USING (product)")
  int joined();

  // expect sql/rejected-sql placed_at
  @Query("INSERT INTO orders (id) VALUES (1) ON CONFLICT (placed_at) DO NOTHING")
  int keep();

  // expect sql/rejected-sql latest
  @Query("SELECT sum(total) OVER latest FROM orders")
  List<Double> sums();

  // expect sql/rejected-sql total > 1
  @Query("SELECT id FROM orders HAVING total > 1")
  List<Long> having();
}

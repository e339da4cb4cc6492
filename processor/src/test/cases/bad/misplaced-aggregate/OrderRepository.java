package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/misplaced-aggregate count(*)
  @Query("SELECT id FROM orders WHERE count(*) > 1")
  List<Long> many();

  // expect sql/misplaced-aggregate n
  @Query("SELECT customer_id, count(*) AS n FROM orders WHERE n > 1 GROUP BY customer_id")
  List<String> busy();

  // expect sql/misplaced-aggregate sum(total)
  @Query("SELECT customer_id FROM orders GROUP BY sum(total)")
  List<String> bySum();

  // expect sql/misplaced-aggregate max(total)
  @Query("UPDATE orders SET total = max(total)")
  int level();

  // expect sql/misplaced-aggregate sum(total)
  @Query("SELECT max(sum(total)) FROM orders")
  double best();

  // expect sql/misplaced-aggregate row_number() OVER (ORDER BY id)
  @Query("SELECT id FROM orders WHERE row_number() OVER (ORDER BY id) = 1")
  List<Long> first();

  // expect sql/misplaced-aggregate rank()
  @Query("SELECT rank() FROM orders")
  List<Long> ranks();

  // expect sql/misplaced-aggregate avg(total)
  @Query("SELECT o.id FROM orders o JOIN order_lines l ON l.price > avg(total)")
  List<Long> dear();
}

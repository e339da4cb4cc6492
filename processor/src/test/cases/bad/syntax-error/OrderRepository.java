package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/syntax-error GROUP
  @Query("SELECT customer_id, count(*) FROM orders WHERE GROUP BY customer_id")
  List<Long> counts();

  // expect sql/syntax-error WERE
  @Query("UPDATE orders SET total = :order.total WERE id = :order.id")
  int update(Order order);

  // expect sql/syntax-error #
  @Query("SELECT id FROM orders # all of them")
  List<Long> all();
}

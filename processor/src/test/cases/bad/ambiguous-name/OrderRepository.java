package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/ambiguous-name id
  @Query("SELECT id FROM orders o JOIN customers c ON c.id = o.customer_id")
  List<Long> ids();

  // expect sql/ambiguous-name total
  @Query("SELECT a.id FROM orders a, orders b WHERE total > 1")
  List<Long> pairs();

  // expect sql/ambiguous-name orders.id
  @Query("SELECT orders.id FROM orders, orders")
  List<Long> twice();

  // expect sql/ambiguous-name customer_id
  @Query("WITH spent AS (SELECT customer_id FROM orders) SELECT customer_id FROM spent, orders")
  List<String> spent();
}

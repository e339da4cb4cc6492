package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/ambiguous-order placed_at DESC
  @Query("SELECT id FROM orders ORDER BY placed_at DESC")
  KeysetPage<Long> newest(KeysetRequest from);

  // expect page/ambiguous-order line
  @Query("SELECT product FROM order_lines ORDER BY line")
  KeysetPage<String> lines(KeysetRequest from);

  // expect page/ambiguous-order c.name, o.placed_at
  @Query("SELECT o.id FROM customers c JOIN orders o ON o.customer_id = c.id ORDER BY c.name, o.placed_at")
  KeysetPage<Long> byName(KeysetRequest from);

  // expect page/ambiguous-order customer_id
  @Query("SELECT name FROM customer_totals ORDER BY customer_id")
  KeysetPage<String> totals(KeysetRequest from);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/no-position
  @Query("SELECT customer_id FROM orders GROUP BY customer_id ORDER BY customer_id")
  KeysetPage<String> customers(KeysetRequest from);

  // expect page/no-position
  @Query("SELECT id FROM orders ORDER BY random()")
  KeysetPage<Long> any(KeysetRequest from);
}

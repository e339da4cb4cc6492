package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.Page;

@Database("shop")
public interface OrderRepository {

  // expect page/missing-request
  @Query("SELECT id FROM orders ORDER BY id")
  Page<Long> page();

  // expect page/missing-request
  @Query("SELECT id FROM orders WHERE customer_id = :customer ORDER BY id")
  KeysetPage<Long> scroll(String customer);
}

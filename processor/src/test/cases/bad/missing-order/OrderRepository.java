package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/missing-order
  @Query("SELECT id FROM orders")
  Page<Long> page(PageRequest page);

  // expect page/missing-order
  @Query("SELECT id FROM (SELECT id FROM orders ORDER BY id)")
  KeysetPage<Long> scroll(KeysetRequest from);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/changing-page
  @Query("DELETE FROM orders RETURNING id")
  Page<Long> delete(PageRequest page);

  // expect page/changing-page
  @Query("UPDATE orders SET total = 0 RETURNING id")
  KeysetPage<Long> update(KeysetRequest from);
}

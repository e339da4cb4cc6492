package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/own-limit LIMIT 10
  @Query("SELECT id FROM orders ORDER BY id LIMIT 10")
  Page<Long> page(PageRequest page);

  // expect page/own-limit LIMIT :from.limit
  @Query("SELECT id FROM orders ORDER BY id LIMIT :from.limit")
  KeysetPage<Long> scroll(KeysetRequest from);
}

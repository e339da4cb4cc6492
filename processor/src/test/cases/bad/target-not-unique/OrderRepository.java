package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect migration/failed-migration CREATE TABLE order_lines (
@Database("shop")
public interface OrderRepository {

  @Query("SELECT count(*) FROM orders")
  int count();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT count(*) FROM orders")
  int count();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect method/unexpected-query
  @Query("SELECT count(*) FROM orders")
  default long count() {
    return 0;
  }
}

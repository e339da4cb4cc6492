package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column orders
  @Query("SELECT o.id FROM orders o WHERE orders.total > 1")
  List<Long> hidden();

  // expect sql/unknown-column O2
  @Query("SELECT O2.* FROM orders AS o")
  List<Long> starred();
}

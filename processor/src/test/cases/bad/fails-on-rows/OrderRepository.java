package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/fails-on-rows CREATE UNIQUE INDEX customers_by_email ON customers (email);
// expect migration/fails-on-rows INSERT INTO orders_new (id, customer_id, total) SELECT id, customer_id, total FROM orders;
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}

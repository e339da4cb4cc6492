package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/up-loses INSERT INTO orders_new (id, total) SELECT id, coalesce(total, 0) FROM orders;
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}

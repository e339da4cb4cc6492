package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/down-fails DROP TABLE order_line;
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}

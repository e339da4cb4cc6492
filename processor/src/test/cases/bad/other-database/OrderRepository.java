package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-table orders
  @Query("SELECT id FROM archive.orders")
  List<Long> archived();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/broken-body CREATE VIEW large AS SELECT totl FROM orders;
// expect migration/broken-body CREATE TRIGGER orders_ad AFTER DELETE ON orders BEGIN
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}

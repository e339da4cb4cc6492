package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/down-differs DROP INDEX orders_by_total;
// expect migration/down-differs DROP TABLE settings;
// expect migration/down-differs INSERT INTO settings (name) VALUES ('currency');
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}

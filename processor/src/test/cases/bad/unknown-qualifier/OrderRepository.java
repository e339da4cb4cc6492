package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column ordrs
  @Query("SELECT ordrs.id FROM orders WHERE orders.total > 0")
  List<Long> paid();

  // expect sql/unknown-column x
  @Query("SELECT o.id FROM orders o WHERE x.total > 0")
  List<Long> unpaid();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/positional-parameter ?
  // expect sql/positional-parameter ?2
  @Query("SELECT id FROM orders WHERE customer_id = ? AND total > ?2")
  List<Long> ofCustomer(String customerId, double minimum);
}

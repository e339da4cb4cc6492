package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders WHERE customer_id = :customerId AND total > 0 -- :minimum")
  // expect parameter/unused-parameter minimum
  List<Long> ofCustomer(String customerId, double minimum);
}

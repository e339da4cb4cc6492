package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect parameter/unknown-parameter :custmerId
  @Query("SELECT id FROM orders WHERE customer_id = :custmerId AND total > 0") List<Long> ofCustomer(String customerId);

  // expect parameter/unknown-parameter @missing
  @Query("SELECT id FROM orders WHERE customer_id = @missing OR placed_at = @missing")
  List<Long> ofNobody();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query("UPDATE orders SET totl = :total WHERE id = :id")
  int setTotal(long id, double total);

  // expect sql/unknown-column customerId
  @Query("UPDATE orders SET total = :order.total WHERE customerId = :order.customerId")
  int update(Order order);
}

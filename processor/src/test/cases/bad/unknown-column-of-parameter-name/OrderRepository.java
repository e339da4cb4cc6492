package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column placedAt
  @Query("DELETE FROM orders WHERE id = :order.id AND :order.placedAt < placedAt AND :order.total = 0 AND :order.customerId = ''")
  int delete(Order order);
}

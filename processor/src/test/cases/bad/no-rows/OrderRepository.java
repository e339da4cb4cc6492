package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect result/no-rows
  @Query("INSERT INTO orders (customer_id, placed_at, total) VALUES (:order.customerId, :order.placedAt, :order.total)")
  Order insert(Order order);

  // expect result/no-rows
  @Query("DELETE FROM orders WHERE id = :id")
  List<Long> delete(long id);
}

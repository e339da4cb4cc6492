package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect parameter/unknown-parameter :order.totl
  @Query("UPDATE orders SET total = :order.totl WHERE id = :order.id")
  int update(Order order);

  // expect parameter/unknown-parameter :id.value
  @Query("DELETE FROM orders WHERE id = :id.value")
  int delete(long id);

  // expect parameter/unknown-parameter :order.id.value
  @Query("DELETE FROM orders WHERE id = :order.id.value")
  int deleteNested(Order order);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect result/ignored-rows
  @Query("SELECT id FROM orders")
  void all();

  // expect result/ignored-rows
  @Query("UPDATE orders SET total = 0 WHERE id = :id RETURNING total")
  void reset(long id);
}

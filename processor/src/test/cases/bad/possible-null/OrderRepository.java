package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect write/possible-null :price * 2 / :count
  @Query("UPDATE orders SET total = :price * 2 / :count WHERE id = :id")
  void share(long id, double price, int count);

  @Allow(value = "write/possible-null", reason = "no count is 0")
  @Query("UPDATE orders SET total = :price / :count WHERE id = :id")
  void allowed(long id, double price, int count);

  @Query("UPDATE orders SET total = :price * 2 WHERE id = :id")
  void nothingSaid(long id, Double price);

  @Query("UPDATE orders SET total = (SELECT price FROM order_lines WHERE order_id = :id AND line = 1) WHERE id = :id")
  void lookedUp(long id);
}

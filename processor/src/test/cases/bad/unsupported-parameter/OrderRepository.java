package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Date;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect parameter/unsupported-parameter :order
  @Query("DELETE FROM orders WHERE id = :order")
  int delete(Order order);

  // expect parameter/unsupported-parameter :day
  @Query("SELECT id FROM orders WHERE date(placed_at) = :day")
  List<Long> placedOn(Date day);

  // expect parameter/unsupported-parameter :size
  @Query("SELECT product FROM order_lines WHERE quantity = :size")
  List<String> productsOfSize(char size);
}

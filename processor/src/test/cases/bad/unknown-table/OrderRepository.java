package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-table ordrs
  @Query("SELECT idd FROM ordrs WHERE totl = 1")
  List<Long> all();

  // expect sql/unknown-table clients
  @Query("SELECT o.id FROM orders o JOIN clients ON clients.id = o.customer_id")
  List<Long> joined();

  // expect sql/unknown-table order_line
  @Query("INSERT INTO order_line (order_id, line) VALUES (:order, :line)")
  void insert(long order, int line);
}

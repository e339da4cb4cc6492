package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect result/unused-column name
  @Query("""
      SELECT o.id, o.customer_id, o.placed_at, o.total, c.name
      FROM orders o
      JOIN customers c ON c.id = o.customer_id""")
  List<Order> withNames();

  // expect result/unused-column
  @Query("SELECT *, 2 * 3 FROM orders")
  List<Order> withProduct();
}

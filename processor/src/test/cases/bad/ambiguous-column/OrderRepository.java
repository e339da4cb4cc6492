package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect result/ambiguous-column id
  // expect result/unused-column name
  // expect result/unused-column email
  // expect result/unused-column is_active
  // expect result/unused-column created_at
  @Query("SELECT o.id, o.*, c.name, c.email, c.is_active, c.created_at FROM orders o JOIN customers c ON c.id = o.customer_id")
  List<Order> joined();

  // expect result/ambiguous-column
  @Query("SELECT * FROM orders o JOIN (SELECT id FROM customers) c ON c.id = o.customer_id")
  List<Order> starred();
}

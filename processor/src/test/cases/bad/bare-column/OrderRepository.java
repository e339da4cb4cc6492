package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  record CustomerOrders(String name, long orders, String placedAt) {}

  // expect sql/bare-column placed_at
  @Query("""
      SELECT c.name, count(*) AS orders, placed_at
      FROM customers c JOIN orders o ON o.customer_id = c.id
      GROUP BY c.id
      """)
  List<CustomerOrders> ofCustomers();

  record Count(long count, String customerId) {}

  // expect sql/bare-column customer_id
  @Query("SELECT count(*) AS count, customer_id FROM orders")
  Count count();

  @Query("""
      SELECT c.name, count(*) AS orders, max(o.placed_at) AS placed_at
      FROM customers c JOIN orders o ON o.customer_id = c.id
      GROUP BY c.id
      """)
  List<CustomerOrders> right();
}

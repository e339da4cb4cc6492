package shop.orders;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface Orders {
  @Query("INSERT INTO orders (customer_id, total) VALUES (:customerId, :total)")
  void add(long customerId, long total);

  @Query("SELECT coalesce(sum(o.total), 0) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.name = :name")
  long totalOf(String name);
}

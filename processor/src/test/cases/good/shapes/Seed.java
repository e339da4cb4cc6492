package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface Seed {

  @Query("INSERT INTO customers (id, name, is_active, created_at) VALUES (:id, :name, :active, '')")
  void customer(String id, String name, boolean active);

  @Query("INSERT INTO orders (id, customer_id, placed_at, total) VALUES (:id, :customer, '', :total)")
  void order(long id, String customer, double total);

  @Query("INSERT INTO order_lines (order_id, line, product, price, percent) VALUES (1, :line, :product, 1, :percent)")
  void line(int line, String product, Integer percent);
}

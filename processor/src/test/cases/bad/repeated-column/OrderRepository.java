package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect write/repeated-column TOTAL
  @Query("UPDATE orders SET total = 1, placed_at = :at, TOTAL = 2 WHERE id = :id")
  void set(long id, String at);

  // expect write/repeated-column total
  @Query("UPDATE orders SET (total, customer_id) = (1, 'x'), total = 2 WHERE id = :id")
  void setRow(long id);

  // expect write/repeated-column placed_at
  @Query("INSERT INTO orders (placed_at, customer_id, placed_at) VALUES (:at, :customer, :at)")
  void insert(String at, String customer);

  // expect write/repeated-column total
  @Query("""
      INSERT INTO orders (id, customer_id, placed_at) VALUES (:id, :customer, :at)
      ON CONFLICT (id) DO UPDATE SET total = 1, total = 2
      """)
  void upsert(long id, String customer, String at);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect write/required-column id, total
  @Query("INSERT INTO orders (id, total) VALUES (:id, :total)")
  void insert(long id, double total);

  // expect write/required-column id, customer_id
  @Query("INSERT OR IGNORE INTO orders (id, customer_id) VALUES (:id, :customer)")
  void ignored(long id, String customer);

  // expect write/required-column id, total
  @Query("""
      INSERT INTO orders (id, total) VALUES (:id, :total)
      ON CONFLICT (id) DO UPDATE SET total = excluded.total
      """)
  void upsert(long id, double total);

  // expect write/required-column orders
  @Query("INSERT INTO orders DEFAULT VALUES")
  void defaults();

  // expect write/required-column customer_id
  @Query("INSERT INTO orders (customer_id) SELECT id FROM customers")
  void copy();

  @Query("INSERT INTO orders (CUSTOMER_ID, placed_at) VALUES (:customer, :at)")
  void right(String customer, String at);
}

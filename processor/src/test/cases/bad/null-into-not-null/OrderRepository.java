package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Database("shop")
public interface OrderRepository {

  record Order(@Nullable Long id, @Nullable String customerId, String placedAt, double total) {}

  // expect write/null-into-not-null NULL
  @Query("INSERT INTO orders (id, customer_id, placed_at) VALUES (:id, NULL, :at)")
  void insert(Long id, String at);

  // expect write/null-into-not-null :o.customerId
  @Query("INSERT INTO orders (id, customer_id, placed_at, total) VALUES (:o.id, :o.customerId, :o.placedAt, :o.total)")
  void insert(Order o);

  // expect write/null-into-not-null :total
  @Query("UPDATE orders SET total = :total WHERE id = :id")
  void set(long id, Optional<Double> total);

  // expect write/null-into-not-null NULL
  @Query("UPDATE orders SET total = NULL WHERE id = :id")
  void unset(long id);

  // expect write/null-into-not-null NULL
  @Query("INSERT INTO orders (customer_id, placed_at, total) VALUES (:customer, :at, NULL)")
  void insert(String customer, String at);

  /** There is no default to take. */
  // expect write/null-into-not-null :customer
  @Query("INSERT OR REPLACE INTO orders (customer_id, placed_at) VALUES (:customer, :at)")
  void replaceCustomer(@Nullable String customer, String at);

  /** OR is not said of what an upsert does. */
  // expect write/null-into-not-null NULL
  @Query("""
      INSERT OR IGNORE INTO orders (id, customer_id, placed_at) VALUES (:id, NULL, :at)
      ON CONFLICT (id) DO UPDATE SET total = NULL
      """)
  void upsert(long id, String at);

  // expect write/null-into-not-null NULL
  @Query("UPDATE OR FAIL orders SET placed_at = NULL")
  void fail();

  @Query("UPDATE OR IGNORE orders SET placed_at = NULL")
  void updateOrIgnore();

  @Query("UPDATE OR REPLACE orders SET total = NULL")
  void updateOrReplace();

  @Query("INSERT OR REPLACE INTO orders (id, customer_id, placed_at, total) VALUES (:id, :customer, :at, :total)")
  void replace(long id, String customer, String at, @Nullable Double total);

  @Query("INSERT OR IGNORE INTO orders (id, customer_id, placed_at, total) VALUES (:id, :customer, :at, :total)")
  void ignore(long id, String customer, String at, @Nullable Double total);

  @Query("UPDATE customers SET email = :email WHERE id = :id")
  void setEmail(String id, @Nullable String email);

  @Query("UPDATE orders SET total = coalesce(:total, 0) WHERE id = :id")
  void right(long id, @Nullable Double total);

  @Query("UPDATE orders SET total = :total WHERE id = :id")
  void nothingSaid(long id, Double total);
}

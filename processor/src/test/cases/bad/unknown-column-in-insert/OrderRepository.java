package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column customer
  @Query("INSERT INTO orders (id, customer, placed_at) VALUES (:id, :customer, :placedAt)")
  void insert(long id, String customer, Instant placedAt);

  // expect sql/unknown-column name
  @Query("INSERT INTO orders (id, name) SELECT :id, name FROM customers WHERE name = :name")
  void insertFor(long id, String name);
}

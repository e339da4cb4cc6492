package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;

/** Fills the shop. */
@Database("shop")
public interface Seed {

  @Query("INSERT INTO customers (id, name, email, created_at) VALUES (:id, :name, :email, :createdAt)")
  void customer(String id, String name, String email, Instant createdAt);

  @Query("INSERT INTO orders (id, customer_id, placed_at, total) VALUES (:id, :customerId, :placedAt, :total)")
  void order(long id, String customerId, Instant placedAt, double total);
}

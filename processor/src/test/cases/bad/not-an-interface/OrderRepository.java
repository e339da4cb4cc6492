package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect database/not-an-interface
@Database("shop")
public abstract class OrderRepository {

  @Query("SELECT totl FROM orders")
  abstract double total();
}

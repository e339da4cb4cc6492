package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect database/unknown-database
@Database("shp")
public interface OrderRepository {

  @Query("SELECT totl FROM orders")
  double total();
}

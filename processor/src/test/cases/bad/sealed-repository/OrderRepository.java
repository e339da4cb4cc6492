package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect database/sealed-repository
@Database("shop")
public sealed interface OrderRepository permits Fake {

  @Query("SELECT count(*) FROM orders")
  long count();
}

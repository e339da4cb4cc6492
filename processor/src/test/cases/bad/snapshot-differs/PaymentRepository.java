package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface PaymentRepository {

  @Query("SELECT total(total) FROM orders")
  double total();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-function totals
  @Query("SELECT totals(total) FROM orders")
  double total();

  // expect sql/unknown-function concatenate
  @Query("SELECT concatenate(customer_id, '!') FROM orders")
  List<String> shouted();
}

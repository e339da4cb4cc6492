package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect method/generic-declaration
  @Query("SELECT id FROM orders WHERE customer_id = :key")
  <T> List<Long> ofCustomer(T key);
}

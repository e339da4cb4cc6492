package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  // expect allow/missing-reason
  @AtMostOne(" ")
  @Query("SELECT total FROM orders WHERE customer_id = :customer")
  Optional<Double> total(String customer);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query("SELECT id FROM orders WHERE totl >= :minimum")
  List<Long> expensive(double minimum);
}

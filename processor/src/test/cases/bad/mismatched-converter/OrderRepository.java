package app;

import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.UuidBytes;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT total FROM orders WHERE customer_id = :customer LIMIT 1")
  Optional<Double> total(
      // expect converter/mismatched-converter
      @Convert(UuidBytes.class) String customer);

  // expect converter/mismatched-converter
  record Line(@Convert(UuidBytes.class) int line, String product) {}

  @Query("SELECT line, product FROM order_lines")
  List<Line> lines();
}

package app;

import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT count(*) FROM orders WHERE customer_id = :id")
  long count(
      // expect converter/invalid-converter
      @Convert(String.class) String id);
}

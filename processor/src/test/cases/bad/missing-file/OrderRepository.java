package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/missing-file
  @Query(file = "orders/cuont.sql")
  long misspelt();

  // expect sql/missing-file
  @Query(file = "count.sql")
  long elsewhere();

  // expect sql/missing-file
  @Query(file = "orders/count_all_lines.sql")
  long unlike();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/text-and-file
  @Query(value = "SELECT count(*) FROM orders", file = "count.sql")
  long count();

  // expect sql/empty-sql
  @Query
  long neither();
}

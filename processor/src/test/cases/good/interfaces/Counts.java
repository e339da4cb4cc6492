package app;

import dev.litmus.annotations.Query;

public interface Counts {

  @Query("SELECT count(*) FROM orders")
  long count();

  @Query("SELECT sum(total) FROM orders")
  Double sum();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/sum-of-text l.product
  @Query("SELECT total(l.product) FROM order_lines l")
  double sold();

  @Query("SELECT total(CAST(l.product AS REAL)) + total(l.price) FROM order_lines l")
  double right();
}

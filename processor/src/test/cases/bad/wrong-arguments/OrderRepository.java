package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/wrong-arguments abs
  @Query("SELECT abs(total, 1) FROM orders")
  double absolute();

  // expect sql/wrong-arguments substr
  @Query("SELECT substr('a', 1) || substr(customer_id) FROM orders")
  List<String> start();

  // expect sql/wrong-arguments coalesce
  @Query("SELECT coalesce(total) FROM orders")
  List<Double> some();

  // expect sql/wrong-arguments random
  @Query("SELECT random(6)")
  int die();

  // expect sql/wrong-arguments max
  @Query("SELECT max() FROM orders")
  double most();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Map;

@Database("shop")
public interface OrderRepository {

  // expect result/unsupported-key
  @Query("SELECT id, total FROM orders")
  Map<Long, Double> totals();

  // expect result/unsupported-key
  @Query("SELECT id, total FROM orders")
  @Key("di")
  Map<Long, Double> misspelt();

  // expect result/unsupported-key
  @Query("SELECT id, total FROM orders")
  @Key("id")
  List<Double> list();

  // expect result/unsupported-key
  @Query("SELECT attachment, line FROM order_lines")
  @Key("attachment")
  Map<byte[], Long> byBytes();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/syntax-error 'widget
  @Query("SELECT order_id FROM order_lines WHERE product = 'widget")
  List<Long> widgets();

  // expect sql/syntax-error s
  @Query("SELECT order_id FROM order_lines WHERE product = 'child's AND line = :line")
  List<Long> toys(int line);
}

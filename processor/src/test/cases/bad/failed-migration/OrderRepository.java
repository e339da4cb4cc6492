package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/failed-migration CREATE TABLE order_lines (order_id INTEGER, line INTEGER, CONSTRAIN pk PRIMARY KEY (line));
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();

  @Query("SELECT order_id FROM order_lines WHERE line = :line")
  List<Long> lines(int line);

  @Query("DELETE FROM orders")
  int clear();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/syntax-error
  @Query("SELECT id FROM orders WHERE total >")
  List<Long> cut();

  // expect sql/syntax-error
  @Query("""
      SELECT id
      FROM orders
      WHERE id IN (SELECT order_id FROM order_lines
      """)
  List<Long> open();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/several-statements DELETE FROM orders WHERE id = :id
  @Query("DELETE FROM order_lines WHERE order_id = :id; DELETE FROM orders WHERE id = :id;")
  void delete(long id);

  // expect sql/several-statements SELECT total FROM orders
  @Query("""
      SELECT id FROM orders;
      SELECT total FROM orders;
      SELECT 1""")
  List<Long> three();
}

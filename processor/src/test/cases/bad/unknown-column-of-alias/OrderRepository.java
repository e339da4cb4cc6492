package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column nmae
  @Query("SELECT c.nmae FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = :id")
  String customerName(long id);

  // expect sql/unknown-column placed_at
  @Query("SELECT c.placed_at FROM orders AS o JOIN customers AS c ON c.id = o.customer_id")
  List<String> dates();
}

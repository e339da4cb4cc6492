package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/rejected-sql id
  @Query("SELECT id FROM orders o JOIN customers c ON c.id = o.customer_id")
  List<Long> ambiguous();

  // expect sql/rejected-sql totals
  @Query("SELECT totals(total) FROM orders")
  double total();

  // expect sql/rejected-sql abs
  @Query("SELECT abs(total, 1) FROM orders")
  double absolute();

  // expect sql/rejected-sql count
  @Query("SELECT id FROM orders WHERE count(*) > 1")
  List<Long> many();
}

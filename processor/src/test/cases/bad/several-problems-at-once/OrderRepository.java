package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query("SELECT id FROM orders WHERE totl > 0")
  List<Long> paid();

  // expect sql/unknown-table ordrs
  @Query("SELECT id FROM ordrs")
  List<Long> all();

  // expect parameter/unknown-parameter :idd
  // expect sql/unknown-column totl
  @Query("SELECT totl FROM orders WHERE id = :idd")
  double total(long id);

  // expect result/missing-column
  // expect parameter/unknown-parameter :minimum
  @Query("SELECT id, customer_id, placed_at FROM orders WHERE total > :minimum")
  List<Order> expensive();

  // expect sql/several-statements SELECT 2
  // expect sql/positional-parameter ?
  @Query("SELECT ?; SELECT 2")
  long two();

  // expect method/missing-query
  void clear();
}

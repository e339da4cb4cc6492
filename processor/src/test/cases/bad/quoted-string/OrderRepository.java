package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/quoted-string "totl"
  @Query("SELECT \"totl\" FROM orders")
  List<Double> totals();

  // expect sql/quoted-string "paid"
  @Query("SELECT id FROM orders WHERE customer_id = \"paid\"")
  List<Long> paid();

  // expect sql/quoted-string "it's"
  @Query("SELECT id FROM orders WHERE customer_id IN (\"it's\", 'b', \"id\")")
  List<Long> some();

  // expect sql/quoted-string "%Y"
  @Query("SELECT strftime(\"%Y\", placed_at) FROM orders")
  List<String> years();

  // expect sql/quoted-string "b"
  // expect sql/unknown-column totl
  @Query("SELECT id FROM orders WHERE totl = 1 AND customer_id <> \"b\"")
  List<Long> both();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

@Database("shop")
public interface OrderRepository {

  // expect sql/unordered-limit LIMIT :count
  @Query("SELECT id FROM orders LIMIT :count")
  List<Long> some(int count);

  // expect sql/unordered-limit LIMIT 10 OFFSET 20
  @Query("SELECT id FROM (SELECT id FROM orders ORDER BY total) LIMIT 10 OFFSET 20")
  List<Long> orderedInside();

  // expect sql/unordered-limit LIMIT 3
  @Query("SELECT id FROM orders UNION SELECT line FROM order_lines LIMIT 3")
  List<Long> united();

  // expect sql/unordered-limit LIMIT 3
  @Query("SELECT id FROM orders LIMIT 3")
  void each(Consumer<Long> receiver);

  @Query("SELECT id FROM orders ORDER BY total LIMIT 10")
  List<Long> first();

  @Query("SELECT id FROM orders WHERE id = 1 LIMIT 1")
  Optional<Long> one();

  @Query("SELECT EXISTS (SELECT 1 FROM orders LIMIT 1)")
  boolean any();

  @Query("SELECT id FROM orders WHERE id IN (SELECT order_id FROM order_lines LIMIT 1)")
  List<Long> inside();

  @Query("SELECT 1 UNION SELECT 2 LIMIT 1")
  List<Long> noTable();
}

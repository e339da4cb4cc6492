package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@Database("shop")
public interface OrderRepository {

  // expect result/unsupported-result
  @Query("SELECT id, customer_id, placed_at, total FROM orders")
  Stream<Order> stream();

  // expect result/unsupported-result
  @Query("SELECT 'x'")
  char letter();

  // expect result/unsupported-result
  @Query("SELECT placed_at FROM orders")
  List<LocalDate> days();

  // expect result/unsupported-result
  @Query("SELECT id FROM orders")
  @SuppressWarnings("rawtypes")
  List raw();

  // expect result/unsupported-result
  @Query("SELECT id FROM orders")
  Optional<List<Long>> nested();

  // expect result/unsupported-result placed_at
  @Query("SELECT id, placed_at FROM orders")
  List<Placed> placed();

  record Placed(long id, LocalDate placedAt) {}
}

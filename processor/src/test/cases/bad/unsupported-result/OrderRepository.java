package app;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;

@Database("shop")
public interface OrderRepository {

  // expect result/unsupported-result
  @Query("SELECT id, customer_id, placed_at, total FROM orders")
  Iterator<Order> all();

  // expect result/unsupported-result
  @Query("SELECT 'x'")
  char letter();

  // expect result/unsupported-result
  @Query("SELECT placed_at FROM orders")
  List<Date> days();

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

  // expect result/unsupported-result
  @Query("UPDATE orders SET total = 0 RETURNING id")
  Stream<Long> changed();

  // expect result/unsupported-result
  @Query("SELECT id FROM orders")
  int each(Consumer<Long> receiver);

  // expect result/unsupported-result
  @Query("SELECT id FROM orders")
  Set<Long> collect(Collector<Long, ?, List<Long>> collector);

  // expect result/unsupported-result
  @Query("DELETE FROM orders WHERE id = :ids RETURNING total")
  @Batch
  Optional<Double> deleted(List<Long> ids);

  record Placed(long id, Date placedAt) {}
}

package app;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Set;

@Database("shop")
public interface OrderRepository {

  @Query("DELETE FROM orders WHERE id = :id")
  // expect batch/invalid-batch
  @Batch
  int delete(long id);

  @Query("DELETE FROM orders WHERE id = :ids AND customer_id IN (:customers)")
  // expect batch/invalid-batch
  @Batch
  int deleteSome(List<Long> ids, Set<String> customers);

  @Query("DELETE FROM orders WHERE id = :ids")
  // expect batch/invalid-batch
  @Batch(size = 0)
  int deleteAll(List<Long> ids);

  @Query("SELECT total FROM orders WHERE id = :ids")
  // expect batch/invalid-batch
  @Batch
  List<Double> totals(List<Long> ids);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parameters and methods called like what the generated code uses. */
@Database("shop")
public interface Kinds {

  @Query("SELECT id FROM orders WHERE id = :FIND")
  List<Long> find(long FIND);

  @Query("SELECT total FROM orders WHERE id = :Columns AND placed_at < :Timestamps")
  Optional<Double> total(long Columns, Instant Timestamps);

  @Query("SELECT count(*) FROM orders WHERE id = :Optional")
  int count(long Optional);

  @Query("DELETE FROM orders WHERE id = :TransactionMode RETURNING id")
  Optional<Long> delete(long TransactionMode);

  @Query("SELECT id, customer_id, placed_at, total FROM orders WHERE id = :id")
  Optional<Order> order(long id);

  default String readOrder(ResultSet row) {
    return "mine";
  }
}

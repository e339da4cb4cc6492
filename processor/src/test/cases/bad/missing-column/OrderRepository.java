package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  // expect result/missing-column
  @Query("SELECT id, customer_id, placed_at FROM orders WHERE id = :id")
  Optional<Order> findById(long id);

  // expect result/missing-column
  // expect result/unused-column subtotal
  @Query("SELECT id, customer_id, placed_at, total AS subtotal FROM orders")
  List<Order> all();
}

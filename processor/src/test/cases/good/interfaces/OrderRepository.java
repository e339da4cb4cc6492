package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository extends Finds<Long, Order>, Counts {

  int PAGE = 50;

  @Override
  @Query("SELECT * FROM orders WHERE id > :key ORDER BY id DESC")
  List<Order> from(Long key);

  @Query("SELECT * FROM orders WHERE customer_id = :customerId")
  List<Order> find(String customerId);

  @Query("SELECT * FROM orders WHERE customer_id = :customerId AND total >= :minimum")
  List<Order> find(String customerId, double minimum);

  @Override
  default Double sum() {
    return from(0L).stream().mapToDouble(Order::total).sum();
  }

  default boolean exists(long id) {
    return find(id).isPresent() && isPositive(id);
  }

  private boolean isPositive(long id) {
    return id > 0;
  }

  static OrderRepository none() {
    throw new UnsupportedOperationException();
  }
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.TransactionMode;
import dev.litmus.annotations.Transactional;

@Database("shop")
public interface OrderRepository {

  // expect method/misplaced-transaction
  @Transactional
  @Query("SELECT count(*) FROM orders")
  long count();

  // expect method/misplaced-transaction
  @Transactional(TransactionMode.READ)
  private long twice() {
    return 2 * count();
  }

  // expect method/misplaced-transaction
  @Transactional
  static long none() {
    return 0;
  }
}

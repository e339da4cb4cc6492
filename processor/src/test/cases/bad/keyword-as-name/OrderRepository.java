package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/syntax-error order
  @Query("SELECT id FROM order WHERE id = :id")
  List<Long> one(long id);

  // expect sql/syntax-error group
  @Query("SELECT count(*) AS group FROM orders")
  int groups();
}

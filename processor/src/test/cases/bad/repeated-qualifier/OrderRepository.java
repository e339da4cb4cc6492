package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column id
  @Query("SELECT id.id.id FROM orders")
  List<Long> stuttered();

  // expect sql/positional-parameter #id
  @Query("SELECT id FROM orders WHERE id = #id")
  List<Long> sharp();

  // expect sql/syntax-error
  @Query("SELECT id FROM orders\0 WHERE id = 1")
  List<Long> cut();
}

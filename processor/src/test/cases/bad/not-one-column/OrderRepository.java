package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  // expect result/not-one-column
  @Query("SELECT id, total FROM orders")
  List<Long> ids();

  // expect result/not-one-column
  @Query("DELETE FROM orders WHERE id = :id RETURNING *")
  Optional<String> delete(long id);
}

package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect allow/unused-allow
@Allow(value = "sql/unknown-structure", reason = "for later")
@Database("shop")
public interface OrderRepository {

  // expect allow/unused-allow
  @Allow(value = "sql/unordered-limit", reason = "any will do")
  @Query("SELECT id FROM orders ORDER BY id LIMIT 10")
  List<Long> ordered();

  @Allow(value = "sql/unordered-limit", reason = "any will do")
  @Allow(value = "sql/unordered-limit", reason = "there may be many methods")
  @Query("SELECT id FROM orders ORDER BY id LIMIT 10")
  // expect allow/unused-allow
  // expect allow/unused-allow
  List<Long> twice();

  // expect allow/unused-allow
  @Allow(value = {}, reason = "nothing")
  @Query("SELECT id FROM orders")
  List<Long> none();

  // expect allow/unused-allow
  @Allow(value = "sql/unordered-limit", reason = "any will do")
  default List<Long> noQuery() {
    return none();
  }

  // expect sql/unordered-limit LIMIT 10
  @Query("SELECT id FROM orders LIMIT 10")
  List<Long> unordered();
}

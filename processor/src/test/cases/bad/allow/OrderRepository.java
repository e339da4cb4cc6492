package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect allow/unknown-code
  @Allow(value = "sql/unorderd-limit", reason = "any will do")
  @Query("SELECT id FROM orders ORDER BY id LIMIT 10")
  List<Long> misspelt();

  // expect allow/unknown-code
  @Allow(value = "unordered-limit", reason = "any will do")
  @Query("SELECT id FROM orders ORDER BY id LIMIT 10")
  List<Long> slug();

  // expect allow/not-allowable
  @Allow(value = "sql/unknown-column", reason = "it will come")
  // expect sql/unknown-column totl
  @Query("SELECT totl FROM orders")
  List<Double> error();

  // expect allow/missing-reason
  @Allow(value = "sql/unordered-limit", reason = " ")
  @Query("SELECT id FROM orders LIMIT 10")
  List<Long> reasonless();

  // expect allow/not-allowable
  @Allow(value = "allow/unused-allow", reason = "it is so quiet")
  @Query("SELECT id FROM orders")
  List<Long> all();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;

@Database("shop")
public interface OrderRepository {

  // expect page/no-position
  @Query("SELECT customer_id FROM orders GROUP BY customer_id ORDER BY customer_id")
  KeysetPage<String> customers(KeysetRequest from);

  // expect page/no-position
  @Query("SELECT id FROM orders ORDER BY random()")
  KeysetPage<Long> any(KeysetRequest from);

  // expect page/no-position
  @Query("SELECT id FROM orders ORDER BY EXISTS (SELECT sum(orders.total)), id")
  KeysetPage<Long> aggregateOfTheOuterQuery(KeysetRequest from);

  // expect page/no-position
  @Query("SELECT o.id, (SELECT count(o.id) FROM order_lines l WHERE l.order_id = o.id) AS n FROM orders o ORDER BY o.id")
  KeysetPage<Counted> countOfTheOuterQuery(KeysetRequest from);

  @Query("SELECT o.id, (SELECT count(l.line) FROM order_lines l WHERE l.order_id = o.id) AS n FROM orders o ORDER BY o.id")
  KeysetPage<Counted> countOfTheInnerQuery(KeysetRequest from);

  record Counted(Long id, Long n) {}
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

@Database("shop")
public interface OrderRepository {

  record Filter(Set<Double> totals, List<String> ids) {}

  // expect parameter/mismatched-elements :ids
  @Query("DELETE FROM orders WHERE id IN (:ids)")
  int delete(Collection<String> ids);

  // expect parameter/mismatched-elements :placed
  @Query("SELECT id FROM orders o WHERE total > 0 AND o.id NOT IN (:placed)")
  List<Long> notPlaced(List<Instant> placed);

  // expect parameter/mismatched-elements :filter.ids
  @Query("UPDATE orders SET total = 0 WHERE total IN (:filter.totals) OR \"id\" IN (:filter.ids)")
  int reset(Filter filter);

  // expect parameter/mismatched-elements :totals
  @Query("SELECT id FROM orders WHERE (total IN (:totals))")
  List<Long> withTotals(Set<Long> totals);

  // expect parameter/mismatched-elements :customers
  @Query("SELECT id FROM orders WHERE customer_id NOT IN (:customers) OR customer_id IN (:customers)")
  List<Long> ofOthers(Set<Integer> customers);

  // expect parameter/mismatched-elements :flags
  @Query("SELECT id FROM customers WHERE name IN (:flags)")
  List<String> named(List<Boolean> flags);
}

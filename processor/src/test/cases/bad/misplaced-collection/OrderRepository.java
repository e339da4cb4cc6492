package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;

@Database("shop")
public interface OrderRepository {

  record Filter(List<Long> ids) {}

  // expect parameter/misplaced-collection :ids
  @Query("DELETE FROM orders WHERE id = :ids")
  int delete(Collection<Long> ids);

  // expect parameter/misplaced-collection :ids
  @Query("SELECT id FROM orders WHERE id <> :ids")
  List<Long> others(Collection<Long> ids);

  // expect parameter/misplaced-collection :ids
  @Query("SELECT id FROM orders WHERE id IN :ids")
  List<Long> withoutParentheses(List<Long> ids);

  // expect parameter/misplaced-collection :ids
  @Query("SELECT id FROM orders WHERE id IN (:ids, 1)")
  List<Long> orTheFirst(Set<Long> ids);

  // expect parameter/misplaced-collection :filter.ids
  @Query("SELECT id FROM orders WHERE id IN (abs(:id), :filter.ids)")
  List<Long> orOne(long id, Filter filter);

  // expect parameter/misplaced-collection :ids
  @Query("INSERT INTO order_lines (order_id, line, product, price) VALUES (:ids, 1, 'pen', 2)")
  int insert(List<Long> ids);

  // expect parameter/misplaced-collection :ids
  @Query("SELECT id FROM orders WHERE id IN (abs(:ids))")
  List<Long> absolute(List<Long> ids);

  // expect parameter/misplaced-collection :ids
  @Query("SELECT count(*) FROM orders WHERE id IN (:ids) OR :ids IS NULL")
  int countOrAll(List<Long> ids);

  // expect sql/syntax-error :id
  @Query("SELECT count(*) FROM orders WHERE id IN :id")
  int countOf(long id);

  // expect parameter/misplaced-collection :ids
  // expect parameter/misplaced-collection :ids
  // expect sql/unknown-column totl
  @Query("SELECT count(*) FROM orders WHERE id = :ids AND totl > 0 AND id = :ids")
  int everyProblemAtOnce(List<Long> ids);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect page/invalid-count
  @Query(value = "SELECT id FROM orders ORDER BY id", countQuery = "SELECT count(*), 1 FROM orders")
  Page<Long> two(PageRequest page);

  // expect page/invalid-count
  @Query(value = "SELECT id FROM orders ORDER BY id", countQuery = "DELETE FROM orders RETURNING id")
  Page<Long> delete(PageRequest page);

  // expect page/invalid-count
  @Query(value = "SELECT id FROM orders ORDER BY id", countQuery = "SELECT count(*) FROM orders")
  List<Long> list();

  // expect sql/unknown-column totl
  @Query(value = "SELECT id FROM orders ORDER BY id", countQuery = "SELECT count(totl) FROM orders")
  Page<Long> unknown(PageRequest page);

  // expect parameter/unknown-parameter :least
  @Query(value = "SELECT id FROM orders ORDER BY id", countQuery = "SELECT count(*) FROM orders WHERE id > :least")
  Page<Long> parameter(PageRequest page);
}

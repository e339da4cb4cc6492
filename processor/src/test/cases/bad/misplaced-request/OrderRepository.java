package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders ORDER BY id")
  // expect page/misplaced-request page
  List<Long> list(PageRequest page);

  @Query("DELETE FROM orders")
  // expect page/misplaced-request from
  int delete(KeysetRequest from);

  @Query("SELECT id FROM orders ORDER BY id")
  // expect page/misplaced-request other
  Page<Long> twice(PageRequest page, PageRequest other);

  @Query("SELECT id FROM orders ORDER BY id")
  // expect page/misplaced-request page
  KeysetPage<Long> wrong(PageRequest page);

  /** Components of a request are values like any other. */
  @Query("SELECT id FROM orders ORDER BY id LIMIT :page.limit OFFSET :page.offset")
  List<Long> own(PageRequest page);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/null-equality email = NULL
  @Query("SELECT id FROM customers WHERE email = NULL")
  List<String> withoutEmail();

  // expect sql/null-equality null <> c.email
  @Query("DELETE FROM orders WHERE customer_id IN (SELECT c.id FROM customers c WHERE null <> c.email)")
  int delete();

  // expect sql/null-equality total > NULL
  @Query("SELECT id FROM orders WHERE total > NULL")
  List<Long> greater();

  // expect sql/null-equality NULL
  @Query("SELECT id FROM orders WHERE customer_id NOT IN (:one, NULL)")
  List<Long> notIn(String one);

  // expect sql/null-equality NULL
  @Query("SELECT id FROM customers WHERE email IN ('a', NULL)")
  List<String> in();

  // expect sql/null-equality total <= (NULL)
  // expect sql/null-equality NULL >= total
  // expect sql/null-equality total < NULL
  @Query("SELECT id FROM orders WHERE total <= (NULL) OR NULL >= total OR NOT (total < NULL)")
  List<Long> others();

  // expect sql/null-equality coalesce(
  @Query("""
      SELECT id FROM customers
      WHERE coalesce(
          email,
          name) = NULL
      """)
  List<String> ofSeveralLines();

  @Query("UPDATE customers SET email = NULL WHERE email IS NOT NULL AND name IS NULL")
  int right();
}

package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

@Database("shop")
public interface OrderRepository {

  record Line(String product, int quantity) {}

  // expect result/may-be-many order_id = :order
  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order")
  Optional<Line> line(long order);

  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order AND line = :line")
  Optional<Line> right(long order, int line);

  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order ORDER BY line LIMIT 1")
  Optional<Line> first(long order);

  @Query("SELECT max(id) FROM orders WHERE customer_id = :customer")
  OptionalLong newest(String customer);

  // expect result/may-be-many orders
  @Query("SELECT id FROM orders")
  OptionalLong any();

  // expect result/may-be-many o.customer_id = :customer
  @Query("SELECT c.name FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.customer_id = :customer")
  String joined(String customer);

  // expect result/may-be-many customer_id = :customer
  @Query("UPDATE orders SET total = 0 WHERE customer_id = :customer RETURNING id")
  long reset(String customer);

  // expect result/may-be-many customer_id = :customer
  @Query("DELETE FROM orders WHERE customer_id = :customer RETURNING id")
  long delete(String customer);

  // expect result/may-be-many
  @Query("SELECT id FROM orders WHERE id = 1 UNION VALUES (2)")
  long either();

  // expect result/may-be-many id IN (:ids)
  @Query("SELECT id FROM orders WHERE id IN (:ids)")
  long amongThem(List<Long> ids);

  // expect result/may-be-many
  @Query("VALUES (1), (2)")
  long values();

  // expect result/may-be-many o.id = :id
  @Query("SELECT c.name FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id WHERE o.id = :id")
  String joinedFromTheRight(long id);

  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order")
  List<Line> lines(long order);

  @AtMostOne("orders of that kind have one line")
  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order")
  Optional<Line> known(long order);

  @Allow(value = "result/may-be-many", reason = "a second one is an error")
  @Query("SELECT product, quantity FROM order_lines WHERE order_id = :order")
  Optional<Line> allowed(long order);
}

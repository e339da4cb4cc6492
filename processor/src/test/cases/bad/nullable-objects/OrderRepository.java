package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row without an object has no values of it, which is no reason to complain of each. */
@Database("shop")
public interface OrderRepository {

  record Order(long id, double total) {}

  record Customer(String id, @Nullable String email, String name) {}

  record Owned(long id, Customer customer) {}

  record Perhaps(@Nullable String name, @Nullable Order order) {}

  record Maybe(String name, Optional<Order> order) {}

  @NullUnmarked
  record Unsaid(String name, Order order) {}

  record Item(String product, int quantity) {}

  record Shipment(long id, Item item) {}

  record Shipped(String name, @Nullable Shipment shipment) {}

  /** An object that is always there may have columns that are NULL. */
  @Query("""
      SELECT o.id, c.id AS "customer.id", c.email AS "customer.email", c.name AS "customer.name"
      FROM orders o
      JOIN customers c ON c.id = o.customer_id
      """)
  List<Owned> owned();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      """)
  List<Maybe> maybe();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      """)
  List<Unsaid> unsaid();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM orders o
      RIGHT JOIN customers c ON c.id = o.customer_id
      """)
  List<Perhaps> right();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      FULL JOIN orders o ON o.customer_id = c.id
      """)
  List<Perhaps> full();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN (orders o JOIN order_lines l ON l.order_id = o.id) ON o.customer_id = c.id
      """)
  List<Perhaps> grouped();

  /** What is not there has no parts either. */
  @Query("""
      SELECT c.name, l.order_id AS "shipment.id", l.product AS "shipment.item.product",
        l.quantity AS "shipment.item.quantity"
      FROM customers c
      LEFT JOIN order_lines l ON l.attachment = c.id
      """)
  List<Shipped> shipped();

  /** Its mark makes an object of every row. */
  // expect result/nullable-column o.total
  @Query("""
      SELECT c.name, o.id AS "order.id!", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      """)
  List<Perhaps> marked();

  // expect result/nullable-column o.price
  @Query("""
      SELECT c.name, o.id AS "order.id", o.price AS "order.total"
      FROM customers c
      LEFT JOIN (
        SELECT p.customer_id, p.id, l.price FROM orders p LEFT JOIN order_lines l ON l.order_id = p.id
      ) o ON o.customer_id = c.id
      """)
  List<Perhaps> joinInside();

  // expect result/nullable-column o.id
  // expect result/nullable-column o.total
  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      UNION ALL
      SELECT 'none', 1, NULL
      """)
  List<Perhaps> arms();
}

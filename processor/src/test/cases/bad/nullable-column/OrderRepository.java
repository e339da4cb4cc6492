package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Database("shop")
public interface OrderRepository {

  record LineView(long orderId, int percent) {}

  record Customer(String id, @Nullable String email, String name) {}

  record Mail(String email) {}

  record Order(long id, double total) {}

  record Ordered(String name, Order order) {}

  record Perhaps(String name, @Nullable Order order) {}

  record Both(long id, @Nullable Customer customer) {}

  @NullUnmarked
  record Unmarked(String email) {}

  record Typed(Duration percent) {}

  record Boxed(Double price, byte[] attachment) {}

  // expect result/nullable-column percent
  @Query("SELECT percent FROM order_lines")
  List<Typed> typed();

  // expect result/nullable-column nullif(price, 0)
  // expect result/nullable-column attachment
  @Query("SELECT nullif(price, 0) AS price, attachment FROM order_lines")
  List<Boxed> boxed();

  // expect result/nullable-column nullif(is_active, 0)
  @Query("SELECT nullif(is_active, 0) FROM customers WHERE id = :id")
  boolean active(String id);

  // expect result/nullable-column email
  @Query("SELECT email FROM customers")
  List<String> collect(Collector<String, ?, List<String>> collector);

  // expect result/nullable-column CASE WHEN name > 'n' THEN name || ' ' || id ELSE email END
  @Query("SELECT CASE WHEN name > 'n' THEN name || ' ' || id ELSE email END FROM customers")
  List<String> longOnes();

  // expect result/nullable-column coalesce(email, :other)
  @Query("SELECT coalesce(email, :other) FROM customers")
  List<String> orElse(@Nullable String other);

  @Query("SELECT name, email FROM customers")
  @Key("name")
  Map<String, @Nullable String> perhapsByName();

  @Query("UPDATE customers SET email = :email WHERE id = :id RETURNING email")
  String stored(String id, String email);

  /** Of the parameter nothing is said, of the column enough. */
  @NullUnmarked
  @Query("SELECT coalesce(email, :other) FROM customers")
  List<@NonNull String> otherwise(String other);

  // expect result/nullable-column l.percent
  @Query("""
      SELECT o.id AS order_id, l.percent
      FROM orders o
      LEFT JOIN order_lines l ON l.order_id = o.id
      """)
  List<LineView> lines();

  // expect result/nullable-column sum(total)
  @Query("SELECT sum(total) FROM orders WHERE customer_id = :customer")
  double total(String customer);

  @Query("SELECT coalesce(sum(total), 0) FROM orders WHERE customer_id = :customer")
  double rightTotal(String customer);

  @Query("SELECT sum(total) FROM orders")
  OptionalDouble perhapsTotal();

  @Query("SELECT max(total) FROM orders GROUP BY customer_id")
  List<Double> greatest();

  // expect result/nullable-column email
  @Query("SELECT email FROM customers WHERE id = :id")
  String email(String id);

  @Query("SELECT email FROM customers WHERE id = :id")
  @Nullable String perhapsEmail(String id);

  @Query("SELECT email FROM customers WHERE id = :id")
  Optional<String> optionalEmail(String id);

  // expect result/nullable-column email
  @Query("SELECT email FROM customers")
  List<String> emails();

  @Query("SELECT email FROM customers")
  List<@Nullable String> perhapsEmails();

  @Query("SELECT email FROM customers WHERE email IS NOT NULL")
  List<String> rightEmails();

  // expect result/nullable-column email
  @Query("SELECT email FROM customers")
  void receive(Consumer<String> receiver);

  // expect result/nullable-column email
  @Query("SELECT email, name FROM customers")
  @Key("email")
  Map<@Nullable String, String> byEmail();

  // expect result/nullable-column email
  @Query("SELECT name, email FROM customers")
  @Key("name")
  Map<String, String> emailsByName();

  // expect result/nullable-column email
  @Query("SELECT email FROM customers")
  List<Mail> mails();

  @Query("SELECT email AS \"email!\" FROM customers")
  List<Mail> known();

  // expect result/nullable-column name
  @Query("SELECT id, email, name AS \"name?\" FROM customers")
  List<Customer> doubted();

  @Query("SELECT email FROM customers")
  List<Unmarked> unmarked();

  // expect result/nullable-column *
  @Query("SELECT * FROM (SELECT email FROM customers)")
  List<Mail> star();

  // expect result/nullable-column o.id
  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      """)
  List<Ordered> ordered();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.total AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      """)
  List<Perhaps> perhaps();

  @Query("""
      SELECT c.name, o.id AS "order.id", o.n AS "order.total"
      FROM customers c
      LEFT JOIN (SELECT customer_id, min(id) AS id, count(*) AS n FROM orders GROUP BY 1) o ON o.customer_id = c.id
      """)
  List<Perhaps> counted();

  // expect result/nullable-column o.n
  @Query("""
      SELECT c.name, o.id AS "order.id", o.n AS "order.total"
      FROM customers c
      LEFT JOIN (
        SELECT p.customer_id, p.id, l.percent AS n FROM orders p LEFT JOIN order_lines l ON l.order_id = p.id
      ) o ON o.customer_id = c.id
      """)
  List<Perhaps> innerJoin();

  // expect result/nullable-column o.id
  // expect result/nullable-column l.price
  @Query("""
      SELECT c.name, o.id AS "order.id", l.price AS "order.total"
      FROM customers c
      LEFT JOIN orders o ON o.customer_id = c.id
      LEFT JOIN order_lines l ON l.order_id = o.id
      """)
  List<Perhaps> mixed();

  // expect result/nullable-column c.name
  @Query("""
      SELECT o.id, o.customer_id AS "customer.id", c.email AS "customer.email", c.name AS "customer.name"
      FROM orders o
      LEFT JOIN customers c ON c.id = o.customer_id
      """)
  List<Both> neverAbsent();
}

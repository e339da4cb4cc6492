package app;

import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.UuidBytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Database("shop")
public interface OrderRepository {

  enum Kind {
    GREAT,
    SMALL
  }

  record Order(long id, LocalDate day, boolean great) {}

  record Perhaps(Optional<Integer> number) {}

  record Attached(@Convert(UuidBytes.class) UUID attachment) {}

  // expect result/mismatched-type upper(name)
  @Query("SELECT upper(name) FROM customers")
  List<Integer> names();

  // expect result/mismatched-type count(*)
  @Query("SELECT count(*) FROM orders")
  LocalDate count();

  // expect result/mismatched-type count(*)
  @Query("SELECT count(*) FROM orders")
  byte[] bytes();

  // expect result/mismatched-type total > 100
  @Query("SELECT total > 100 FROM orders WHERE id = :id")
  Optional<Kind> kind(long id);

  // expect result/mismatched-type length(customer_id)
  @Query("SELECT id, length(customer_id) AS day, total > 100 AS great FROM orders")
  List<Order> orders();

  // expect result/mismatched-type id
  @Query("SELECT id FROM orders")
  List<byte[]> bytesOfNumbers();

  // expect result/mismatched-type upper(name)
  @Query("SELECT upper(name) FROM customers WHERE id = :id")
  Optional<Integer> name(String id);

  // expect result/mismatched-type CAST(id AS REAL)
  @Query("SELECT CAST(id AS REAL) FROM orders")
  List<Boolean> truths();

  // expect result/mismatched-type CASE WHEN total > 9 THEN 'a' ELSE id END
  @Query("SELECT CASE WHEN total > 9 THEN 'a' ELSE id END FROM orders")
  List<byte[]> textsAndNumbers();

  // expect result/mismatched-type upper(product)
  @Query("SELECT upper(product) AS attachment FROM order_lines")
  List<Attached> converted();

  // expect result/mismatched-type upper(name)
  @Query("SELECT upper(name) AS number FROM customers")
  List<Perhaps> perhaps();

  @Query("SELECT randomblob(16)")
  UUID bytesOfAnId();

  @Query("SELECT NULL FROM orders")
  List<@Nullable Integer> nothing();

  @Query("SELECT count(*) FROM orders")
  String countAsText();

  @Query("SELECT customer_id FROM orders")
  List<byte[]> bytesInText();

  @Query("SELECT placed_at FROM orders")
  List<LocalDate> days();
}

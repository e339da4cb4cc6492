package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  enum Kind {
    GREAT,
    SMALL
  }

  record Order(long id, LocalDate day, boolean great) {}

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

  @Query("SELECT count(*) FROM orders")
  String countAsText();

  @Query("SELECT customer_id FROM orders")
  List<byte[]> bytesInText();

  @Query("SELECT placed_at FROM orders")
  List<LocalDate> days();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Database("shop")
public interface OrderRepository {

  enum Kind {
    GREAT
  }

  // expect parameter/never-equal :customer
  @Query("SELECT id FROM orders WHERE customer_id = :customer")
  List<Long> ofCustomer(byte[] customer);

  // expect parameter/never-equal :id
  @Query("DELETE FROM orders WHERE id = :id")
  int delete(UUID id);

  // expect parameter/never-equal :day
  @Query("SELECT id FROM orders WHERE total >= :day")
  List<Long> since(LocalDate day);

  // expect parameter/never-equal :kind
  @Query("SELECT order_id FROM order_lines WHERE :kind = quantity")
  List<Long> ofKind(Kind kind);

  // expect parameter/never-equal :id
  // expect parameter/null-comparison :id
  // expect parameter/never-equal :bytes
  @Query("SELECT id FROM orders WHERE id = :id OR total = :bytes")
  List<Long> perhaps(Optional<UUID> id, byte[] bytes);

  // expect parameter/never-equal :a
  // expect parameter/never-equal :b
  // expect parameter/never-equal :c
  @Query("SELECT id FROM orders WHERE id = :a OR id = :b OR total = :c")
  List<Long> ofTimes(Instant a, LocalDateTime b, LocalTime c);

  @Query("UPDATE order_lines SET percent = :id")
  int stored(UUID id);

  @Query("SELECT id FROM orders WHERE placed_at > :from AND id = :id AND customer_id <> :customer AND total < :total")
  List<Long> right(Instant from, String id, int customer, int total);

  @Query("SELECT order_id FROM order_lines WHERE attachment = :attachment")
  List<Long> withAttachment(byte[] attachment);
}

package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository extends Totals {

  // expect result/unused-at-most-one
  @AtMostOne("the key is unique")
  @Query("SELECT total FROM orders WHERE id = :id")
  Optional<Double> total(long id);

  // expect result/unused-at-most-one
  @AtMostOne("who knows")
  @Query("SELECT total FROM orders WHERE customer_id = :customer")
  List<Double> totals(String customer);

  // expect result/unused-at-most-one
  @AtMostOne("who knows")
  @Query("DELETE FROM orders WHERE customer_id = :customer")
  boolean delete(String customer);

  // expect result/unused-at-most-one
  @AtMostOne("who knows")
  default void nothing() {}
}

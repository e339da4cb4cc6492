package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Param;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT count(*) FROM orders WHERE id = :id")
  // expect parameter/invalid-name
  long empty(@Param("") long id);

  @Query("SELECT count(*) FROM orders WHERE id = :id")
  // expect parameter/invalid-name
  long colon(@Param(":id") long id);

  @Query("SELECT count(*) FROM orders WHERE id = :order.id")
  // expect parameter/invalid-name
  long path(@Param("order.id") long id);
}

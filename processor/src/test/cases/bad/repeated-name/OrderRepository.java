package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Param;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  @Query("SELECT count(*) FROM orders WHERE id = :id")
  // expect parameter/repeated-name
  long twice(@Param("id") long one, @Param("id") long two);

  @Query("SELECT count(*) FROM orders WHERE id = :two")
  // expect parameter/repeated-name
  long another(@Param("two") long one, long two);
}

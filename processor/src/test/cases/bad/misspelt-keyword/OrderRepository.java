package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/syntax-error FORM
  @Query("SELECT id FORM orders")
  List<Long> all();

  // expect sql/syntax-error WHER
  @Query("SELECT id FROM orders WHER total > 1")
  List<Long> dear();

  // expect sql/syntax-error ORDR
  @Query("SELECT id FROM orders ORDR BY id")
  List<Long> sorted();

  // expect sql/syntax-error SELEC
  @Query("SELEC id FROM orders")
  List<Long> none();

  // expect sql/syntax-error VALUE
  @Query("INSERT INTO orders (id) VALUE (1)")
  int insert();

  // expect sql/syntax-error LIMT
  @Query("SELECT id FROM orders WHERE total > 1 LIMT 5")
  List<Long> few();

  // expect sql/syntax-error BETWEN
  @Query("SELECT id FROM orders WHERE total BETWEN 1 AND 2")
  List<Long> mid();
}

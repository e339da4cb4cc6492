package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  record Order(long id, String customer, String note) {}

  // expect sql/needs-migration SELECT
  @Query("SELECT * FROM orders ORDER BY id")
  List<Order> all();

  // expect sql/needs-migration INSERT
  @Query("INSERT INTO orders VALUES (:id, :note, :customer)")
  void insert(long id, String note, String customer);

  @Query("SELECT id, customer, note FROM orders ORDER BY id")
  List<Order> named();

  @Query("INSERT INTO orders (id, note, customer) VALUES (:id, :note, :customer)")
  void insertNamed(long id, String note, String customer);

  @Query("UPDATE orders SET note = :note WHERE id = :id")
  boolean change(long id, String note);
}

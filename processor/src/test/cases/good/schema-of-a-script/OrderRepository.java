package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  @Query("INSERT INTO orders (customer_id, total) VALUES (:customer, :total) RETURNING id")
  long add(long customer, double total);

  @Query("SELECT * FROM customers ORDER BY id")
  List<Customer> customers();

  @Query("SELECT total FROM totals WHERE customer_id = :customer AND EXISTS (SELECT * FROM orders)")
  List<Double> totals(long customer);

  @Query("SELECT count(*) FROM notes WHERE notes MATCH 'big'")
  int bigOrders();

  @Query("DELETE FROM customers WHERE id = :id")
  int remove(long id);
}

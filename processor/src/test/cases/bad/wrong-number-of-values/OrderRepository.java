package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/wrong-number-of-values (1, 2)
  @Query("INSERT INTO orders VALUES (1, 2)")
  int insert();

  // expect sql/wrong-number-of-values (3)
  @Query("INSERT INTO orders (id, total) VALUES (3)")
  int one();

  // expect sql/wrong-number-of-values id, name, email
  @Query("INSERT INTO orders (id, customer_id) SELECT id, name, email FROM customers")
  int copy();
}

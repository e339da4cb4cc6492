package shop.customers;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface Customers {
  @Query("INSERT INTO customers (name) VALUES (:name) RETURNING id")
  long add(String name);
}

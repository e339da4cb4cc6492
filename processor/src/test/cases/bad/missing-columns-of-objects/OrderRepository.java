package app;

import dev.litmus.annotations.Column;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Embedded;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  record Customer(String id, String name) {}

  record Placed(long id, Customer customer) {}

  record Flat(long id, @Embedded(prefix = "c_") Customer customer) {}

  record Renamed(long id, @Column("totl") double sum) {}

  final class Price {
    public Price(long id, double total) {}

    public Price(long id, double total, String currency) {}
  }

  // expect result/missing-column
  @Query("SELECT id FROM orders")
  List<Placed> placed();

  // expect result/missing-column
  @Query("SELECT id, customer_id AS \"customer.id\", 'x' AS \"customer.nam\" FROM orders")
  List<Placed> misspelt();

  // expect result/missing-column
  @Query("SELECT id FROM orders")
  List<Flat> flat();

  // expect result/missing-column
  @Query("SELECT id, total FROM orders")
  List<Renamed> renamed();

  // expect result/missing-column
  @Query("SELECT id FROM orders")
  List<Price> prices();
}

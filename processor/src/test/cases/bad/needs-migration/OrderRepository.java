package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/needs-migration shipped
  @Query("SELECT o.id FROM orders o WHERE o.shipped IS NULL AND o.shipped < :before")
  List<Long> waiting(String before);

  // expect sql/needs-migration invoices
  @Query("SELECT count(*) FROM invoices")
  int invoices();

  @Query("SELECT coalesce(sum(total), 0) FROM orders")
  long total();

  @Allow(value = "sql/needs-migration", reason = "called by the job that waits for the migration")
  @Query("INSERT INTO orders (customer, shipped) VALUES (:customer, :shipped)")
  void insert(String customer, String shipped);

  // expect sql/unknown-column totl
  @Query("SELECT totl FROM orders WHERE id = :id")
  long misspelt(long id);
}

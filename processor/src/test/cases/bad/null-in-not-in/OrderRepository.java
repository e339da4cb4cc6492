package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/null-in-not-in email
  @Query("SELECT id FROM customers WHERE name NOT IN (SELECT email FROM customers)")
  List<String> neverTrue();

  @Query("SELECT id FROM customers WHERE name NOT IN (SELECT email FROM customers WHERE email IS NOT NULL)")
  List<String> right();
}

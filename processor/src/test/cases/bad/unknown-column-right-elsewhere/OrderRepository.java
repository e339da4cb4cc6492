package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column name
  @Query("""
      SELECT id
      FROM orders
      WHERE customer_id IN (SELECT id FROM customers WHERE name = :name)
        AND name <> :name""")
  List<Long> ofCustomersCalled(String name);

  // expect sql/unknown-column email
  @Query("""
      SELECT email, (SELECT count(*) FROM orders WHERE customer_id = customers.id AND email IS NULL)
      FROM customers
      WHERE EXISTS (SELECT 1 FROM orders) OR 1 = (SELECT max(email) FROM orders)
      UNION ALL
      SELECT email, 0 FROM orders""")
  List<EmailCount> emails();
}

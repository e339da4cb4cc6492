package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column ident
  // expect sql/unknown-column totl
  // expect sql/unknown-column placed
  @Query("""
      SELECT ident
      FROM orders
      WHERE totl >= :minimum
      ORDER BY placed""")
  List<Long> expensive(double minimum);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query("""
      SELECT id, placed_at
      FROM orders
      WHERE totl >= :minimum
      """)
  List<Placed> expensive(double minimum);

  record Placed(long id, Instant placedAt) {}
}

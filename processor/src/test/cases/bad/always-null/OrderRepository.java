package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/always-null '-1 mounth'
  @Query("SELECT id FROM orders WHERE placed_at >= datetime('now', '-1 mounth')")
  List<Long> lastMonth();

  // expect sql/always-null '%Q'
  @Query("SELECT count(*) FROM orders WHERE strftime('%Q', placed_at) = :quarter")
  long inQuarter(String quarter);

  @Query("SELECT id FROM orders WHERE placed_at >= datetime(:day, '-1 month', 'start of month')")
  List<Long> right(String day);
}

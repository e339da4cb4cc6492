package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query("""
      SELECT id -- not totl, :ignored
      FROM orders /* totl? 'totl' */
      \tWHERE 'totl' <> :word AND totl > 0""")
  List<Long> paid(String word);
}

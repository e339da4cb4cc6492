package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-table articles
  @Query("SELECT title FROM articles")
  List<String> articles();
}

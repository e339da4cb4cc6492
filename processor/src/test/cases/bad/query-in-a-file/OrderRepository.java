package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/unknown-column totl
  @Query(file = "search.sql")
  List<Long> search(double minimum);

  // expect sql/syntax-error FORM
  @Query(file = "app/broken.sql")
  List<Long> broken();

  // expect sql/empty-sql
  @Query(file = "empty.sql")
  List<Long> empty();

  // expect parameter/unknown-parameter :minimum
  @Query(file = "search_of.sql")
  // expect parameter/unused-parameter least
  List<Long> searchOf(double least);
}

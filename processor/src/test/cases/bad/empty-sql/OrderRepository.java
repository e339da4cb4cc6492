package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  // expect sql/empty-sql
  @Query("")
  void nothing();

  // expect sql/empty-sql
  @Query("  -- later ;")
  List<Order> comment();

  // expect sql/empty-sql
  @Query(" ; ")
  void semicolon();
}

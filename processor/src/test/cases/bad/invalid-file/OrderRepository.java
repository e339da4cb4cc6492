package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/invalid-file
  @Query(file = "")
  long empty();

  // expect sql/invalid-file
  @Query(file = "/count.sql")
  long absolute();

  // expect sql/invalid-file
  @Query(file = "../count.sql")
  long above();

  // expect sql/invalid-file
  @Query(file = "orders\\count.sql")
  long backslash();

  // expect sql/invalid-file
  @Query(file = "latin.sql")
  long latin();
}

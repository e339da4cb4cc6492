package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface Object {

  @Query("SELECT 1")
  int number();
}

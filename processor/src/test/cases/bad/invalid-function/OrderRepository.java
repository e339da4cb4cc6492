package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect function/invalid-function
@Database(value = "shop", functions = {String.class})
public interface OrderRepository {

  /** What is wrong with a function is said once, where it is declared. */
  @Query("SELECT words(name) + hidden(name) FROM customers")
  java.util.List<Long> words();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface Orders {

  @Query("SELECT count(*) FROM orders")
  int count();

  /** Hides the annotation of this name. */
  record Inject(long id) {}
}

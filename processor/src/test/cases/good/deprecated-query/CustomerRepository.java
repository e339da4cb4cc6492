package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface CustomerRepository {

  /** @deprecated use {@link #countAll} */
  @Deprecated
  @Query("SELECT count(*) FROM customers")
  int count();

  @Query("SELECT count(*) FROM customers")
  int countAll();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

// expect database/unknown-database
@Database("../shop")
public interface CustomerRepository {

  @Query("SELECT count(*) FROM customers")
  long count();
}

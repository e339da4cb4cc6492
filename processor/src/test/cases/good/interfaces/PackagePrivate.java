package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
interface PackagePrivate {

  @Query("SELECT count(*) FROM customers")
  int customers();
}

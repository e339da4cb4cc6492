package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface SourceRepository {

  // expect parameter/unknown-parameter :id
  @Query("SELECT count(*) FROM orders WHERE id = :id")
  // expect parameter/unused-parameter arg0
  long count(long arg0);
}

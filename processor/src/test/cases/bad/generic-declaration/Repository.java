package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
// expect method/generic-declaration
public interface Repository<T> {

  @Query("SELECT id FROM orders")
  List<T> all();
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/snapshot-differs
@Database("stock")
public interface ItemRepository {

  @Query("SELECT id FROM items")
  List<Long> all();
}

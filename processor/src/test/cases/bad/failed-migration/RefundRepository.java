package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface RefundRepository {

  @Query("SELECT id FROM refunds")
  List<Long> all();
}

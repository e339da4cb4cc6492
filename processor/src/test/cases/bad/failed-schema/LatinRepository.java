package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect database/failed-schema
@Database("latin")
public interface LatinRepository {

  @Query("SELECT id FROM x")
  List<Long> all();
}

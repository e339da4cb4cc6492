package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect database/unknown-database
@Database("rigt")
public interface MisspeltRepository {

  @Query("SELECT id FROM notes")
  List<Long> all();
}

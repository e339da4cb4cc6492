package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect database/failed-schema
@Database("cache")
public interface EntryRepository {

  @Query("SELECT id FROM entries")
  List<Long> all();
}

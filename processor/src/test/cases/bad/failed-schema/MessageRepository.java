package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect database/failed-schema ATTACH 'archive.sqlite' AS archive;
@Database("chat")
public interface MessageRepository {

  @Query("SELECT id FROM messages")
  List<Long> all();
}

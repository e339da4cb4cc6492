package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("chat")
public interface MessageRepository {

  @Query("SELECT count(*) FROM messages")
  int count();
}

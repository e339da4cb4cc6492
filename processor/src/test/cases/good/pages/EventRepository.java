package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.List;

@Database("lab")
public interface EventRepository {

  @Query("INSERT INTO events (id, source, at, weight, tag, mark) VALUES (:id, :source, :at, :weight, :tag, :mark)")
  void insert(long id, String source, String at, Double weight, String tag, byte[] mark);

  @Query("DELETE FROM events WHERE id = :id")
  boolean delete(long id);

  @Query("SELECT id, source, at, weight, tag FROM events WHERE source = :source ORDER BY at, id -- oldest first")
  Page<Event> page(String source, PageRequest page);

  @Query("SELECT id, source, at, weight, tag FROM events WHERE source = :source ORDER BY at, id; -- oldest first")
  KeysetPage<Event> scroll(String source, KeysetRequest from);
}

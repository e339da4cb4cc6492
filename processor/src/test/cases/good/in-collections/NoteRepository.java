package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Collection;
import java.util.List;

@Database("lab")
public interface NoteRepository {

  record Selection(Collection<String> keys, List<String> texts) {}

  @Query("INSERT INTO notes VALUES (:key, :text)")
  void insert(String key, String text);

  @Query("""
      WITH known AS (SELECT key FROM notes WHERE key IN (:keys))
      SELECT count(*) FROM known WHERE key NOT IN (:without)""")
  int count(Collection<String> keys, Collection<String> without);

  @Query("SELECT text FROM notes WHERE key IN (:s.keys) OR (text IN (:s.keys) AND text IN (:s.texts))")
  List<String> texts(Selection s);

  /** The names of parameters and of what the body uses are not in each other's way. */
  @Query("DELETE FROM notes WHERE key IN (:JsonArrays) OR text IN (:statement)")
  boolean delete(List<String> JsonArrays, List<String> statement);
}

package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** What stands left of IN has the name of an INTEGER column, or reads it, but is text. */
@Database("lab")
public interface UnsureRepository {

  @Query("SELECT name FROM samples WHERE id || '!' IN (:texts)")
  List<String> concatenated(List<String> texts);

  @Query("SELECT id FROM (SELECT name AS id FROM samples) WHERE id IN (:texts)")
  List<String> renamed(List<String> texts);

  @Query("WITH samples AS (SELECT 'x' AS id) SELECT id FROM samples WHERE id IN (:texts)")
  List<String> hidden(List<String> texts);

  @Query("SELECT (SELECT n.key FROM notes n WHERE n.key IN (:texts)) FROM samples AS n ORDER BY n.id")
  List<String> correlated(List<String> texts);

  @Query("SELECT value FROM json_each('[\"a\"]') AS samples WHERE id NOT IN (:texts)")
  List<String> elements(List<String> texts);
}

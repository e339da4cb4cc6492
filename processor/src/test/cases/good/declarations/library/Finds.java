package lib;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Param;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

/** Compiled without the names of its parameters; it needs none of them. */
public interface Finds<K, R> {

  @Query("SELECT id, total FROM orders WHERE id = :key")
  Optional<R> find(@Param("key") K id);

  @Query("SELECT count(*) FROM orders WHERE total >= :arg0")
  long countFrom(double minimum);

  @Query(file = "above.sql")
  List<R> above(@Param("minimum") double minimum);

  @Allow(value = "sql/unordered-limit", reason = "any will do")
  @Query("SELECT id, total FROM orders LIMIT 1")
  List<R> any();
}

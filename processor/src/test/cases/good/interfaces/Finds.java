package app;

import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

/** Queries for whoever extends it. */
public interface Finds<K, R> {

  @Query("SELECT * FROM orders WHERE id = :key")
  Optional<R> find(K key);

  @Query("SELECT * FROM orders WHERE id >= :key ORDER BY id")
  List<R> from(K key);
}

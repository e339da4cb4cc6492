package app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Knows no table: whoever extends it has the queries. */
public interface Crud<T, K> {

  Optional<T> byKey(K key);

  List<T> all() throws IOException, InterruptedException;

  void insert(T item);

  int delete(K key);

  default T require(K key) {
    return byKey(key).orElseThrow();
  }
}

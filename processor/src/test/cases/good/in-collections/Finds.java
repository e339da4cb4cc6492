package app;

import dev.litmus.annotations.Query;
import java.util.Collection;
import java.util.List;

/** A query whose elements a repository decides on. */
public interface Finds<E> {

  @Query("SELECT id FROM samples WHERE anything IN (:values) ORDER BY id")
  List<Long> withAny(Collection<E> values);
}

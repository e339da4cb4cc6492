package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** Declarations that are rare, and right. */
@Database("shop")
public interface Odd {

  /** Reaches itself with ever longer arguments. */
  record Tree<T>(long id, List<T> leaves, List<Tree<List<T>>> branches) {}

  @Query("SELECT count(*) FROM orders WHERE id = :tree.id")
  int count(Tree<String> tree);

  @Override
  String toString();

  @Override
  int hashCode();

  @Override
  boolean equals(Object other);
}

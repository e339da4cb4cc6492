package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface NamesRepository {

  @Query("SELECT id, total FROM orders WHERE id = :id")
  java.util.Optional<Optional> find(long id);

  @Query("DELETE FROM orders WHERE id = :t.id RETURNING id")
  java.util.Optional<Transaction> delete(Transaction t);

  @Query("SELECT id FROM orders")
  List<SqlStatement> statements();

  @Query("SELECT id FROM orders")
  List<Names.Line> lines();

  @Query("SELECT total FROM orders")
  List<Names.Other.Line> otherLines();

  @Query("SELECT id, total FROM orders")
  List<Names.Pair<Long, Double>> pairs();

  @Query("SELECT id, customer_id AS total FROM orders WHERE id = :pair.id AND total = :pair.total")
  List<Names.Pair<Integer, String>> otherPairs(Names.Pair<Long, Double> pair);

  @Query("SELECT 1")
  int readLine();
}

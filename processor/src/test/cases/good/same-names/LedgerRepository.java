package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** Its own records hide the classes that generated code needs. */
@Database("shop")
public interface LedgerRepository {

  @Query("UPDATE orders SET total = total + 1 WHERE id = :id RETURNING id, total")
  java.util.Optional<Transaction> add(long id);

  @Query("SELECT id FROM orders")
  List<Factory> factories();

  @Query("SELECT total FROM orders WHERE id = :statement.id")
  java.util.Optional<Double> total(PreparedStatement statement);

  record Transaction(long id, double total) {}

  record Factory(long id) {}

  record PreparedStatement(long id) {}

  record Columns(long id) {}

  record Optional(long id) {}
}

package app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Param;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lib.Finds;

@Database("shop")
@Allow(value = "sql/unordered-limit", reason = "these are samples")
public interface OrderRepository extends Crud<Order, Long>, Finds<Long, Order> {

  /** That is found only with -Alitmus.rolling: without it, nothing says that this allows nothing. */
  @Override
  @Allow(value = "sql/needs-migration", reason = "the nightly build asks for it")
  @Query("SELECT id, total FROM orders WHERE id = :key")
  Optional<Order> byKey(Long key);

  @Override
  @Query("SELECT id, total FROM orders ORDER BY id")
  List<Order> all() throws IOException, InterruptedException;

  @Override
  @Query("INSERT INTO orders (id, customer_id, placed_at, total) VALUES (:order.id, 'ann', '', :order.total)")
  void insert(@Param("order") Order item);

  @Override
  @Query("DELETE FROM orders WHERE id = :key")
  int delete(Long key);

  @Query("SELECT id, total FROM orders LIMIT :class")
  List<Order> sample(@Param("class") int limit);

  @Query(file = "totals.sql")
  List<Double> totals();

  @Query("SELECT count(*) FROM orders WHERE id = :row AND total = :statement AND :database = :e AND :result = :transaction")
  int count(long row, double statement, String database, String e, int result, int transaction);

  @Query("SELECT count(*) AS \"select\" FROM orders AS \"from\" WHERE \"from\".id = :select")
  long count(long select);

  @Query("SELECT length(:bytes)")
  int length(byte... bytes);

  @Query("SELECT :old.id")
  @SuppressWarnings("deprecation")
  long old(Old old);

  @Transactional
  default void replace(Order... items) throws IOException, InterruptedException {
    for (Order order : all()) {
      delete(order.id());
    }
    for (Order item : items) {
      insert(item);
    }
  }

  @Deprecated
  record Old(long id) {}
}

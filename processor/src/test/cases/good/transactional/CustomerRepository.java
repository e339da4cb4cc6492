package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.TransactionMode;
import dev.litmus.annotations.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

@Database("shop")
public interface CustomerRepository extends Steps<String>, Diamond, Diamond.Below {

  @Query("INSERT INTO customers (id, name, created_at) VALUES (:id, :name, :now)")
  void add(String id, String name, Instant now);

  @Query("INSERT INTO customers (id, name, created_at) VALUES (:id, :id, :now) RETURNING id")
  String addReturning(String id, Instant now);

  @Query("SELECT id FROM customers ORDER BY id")
  List<String> ids();

  /** Adds both, or none when it fails in between. */
  @Transactional
  default int addBoth(String first, String second, boolean fails) throws IOException {
    add(first, first, Instant.EPOCH);
    if (fails) {
      throw new IOException("in between");
    }
    add(second, second, Instant.EPOCH);
    return ids().size();
  }

  /** Its own calls are savepoints. */
  @Transactional
  default void addWhatCanBeAdded(List<String> ids) {
    for (String id : ids) {
      try {
        addBoth(id, id + "2", id.equals("bad"));
      } catch (IOException e) {
        add("instead-of-" + id, id, Instant.EPOCH);
      }
    }
  }

  /** Calls a transactional method without being one. */
  default void addBothFromOutside(String first, String second) throws IOException {
    addBoth(first, second, true);
  }

  @Transactional(TransactionMode.READ)
  default void writeWhileReading() {
    add("never", "never", Instant.EPOCH);
  }

  @Transactional(TransactionMode.DEFERRED)
  default String deferred(String id) {
    return addReturning(id, Instant.EPOCH);
  }

  @Deprecated
  @Transactional
  default void old() {}

  @Override
  default String shadowed() {
    return "own, in no transaction";
  }
}
